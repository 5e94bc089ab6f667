/** What the authority writes to an operator, on paper: numbered, from versioned templates, in Chinese or English. */
package org.regulus.sanctions.document;
