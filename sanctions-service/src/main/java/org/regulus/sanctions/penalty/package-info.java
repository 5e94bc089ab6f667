/**
 * The penalty proceeding, in the order that the Penalty Law prescribes.
 *
 * <pre>
 * proposed ──approve──▶ approved ──notice──▶ noticed ──defend──▶ defended ──┐
 *   ▲  └──return──▶ returned                   │└──waive──▶ waived ─────────┤
 *   └───propose again───┘                      └─(the period is over)───────┴─decide─▶ decided ──pay──▶ paid ──close──▶ closed
 *                                                                                        └─(warning, none)──close──▶ closed
 * before the decision: ──withdraw──▶ withdrawn
 * </pre>
 *
 * Three different persons propose, review and decide. Nobody decides before the operator was told what is held against it (Art. 44) and
 * could answer (Art. 45), and its answer never makes the penalty heavier.
 */
package org.regulus.sanctions.penalty;
