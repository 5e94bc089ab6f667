/**
 * The order to rectify.
 *
 * <pre>
 * ordered ──report──▶ reported ──verify──▶ verified
 *    │                 ▲  ▲  └──reject──▶ rejected
 *    └─due─▶ overdue ──┘  └───────────────────┘
 *               └─due (the next item)─▶ overdue
 * </pre>
 *
 * Each item has its own due date. A report after that date is recorded as late and can be verified like any other. While a penalty
 * proceeding on the order lives, the order rests: what the operator has to say then, it says in its defence.
 */
package org.regulus.sanctions.rectification;
