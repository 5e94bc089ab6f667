/**
 * Which authority a case belongs to, who else may read it, and who is competent for an operator.
 *
 * <pre>
 * Settled ─propose, claim─▶ TransferProposed ─dispute─▶ Disputed
 *    ▲ ▲                        │                          │
 *    │ └───accept, decline──────┘                          │
 *    └──────────────────designate──────────────────────────┘
 * </pre>
 *
 * The authority that opens a case first has jurisdiction (Administrative Penalty Law 2021, Art. 25). It may transfer the case to another one
 * that agrees; when the two do not agree, their common superior designates one of them.
 */
package org.regulus.filing.jurisdiction;
