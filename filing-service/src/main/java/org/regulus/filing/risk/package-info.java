/** Risks that operators report, at any time: <pre>Reported ─▶ Triaged</pre> */
package org.regulus.filing.risk;
