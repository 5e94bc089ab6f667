/** Everything that an operator owes, in whichever service it came about. */
package org.regulus.filing.obligation;
