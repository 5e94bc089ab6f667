/** The timelines and the list of cases, made anew from the ledger while they are read and added to. */
package org.regulus.notification.rebuild;
