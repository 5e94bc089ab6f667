/** The operators that an authority supervises, as its register has them. */
package org.regulus.filing.registry;
