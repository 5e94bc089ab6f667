/** The authorities, who is competent for whom, and the operators that each supervises, as its register has them. */
package org.regulus.filing.registry;
