/** Deadlines as rows: set with the change that starts them, fired once when the business clock passes them. */
package org.regulus.common.deadline;
