/** What an authority's orders and proceedings come to, in numbers. Read from the rows, changes nothing. */
package org.regulus.sanctions.figures;
