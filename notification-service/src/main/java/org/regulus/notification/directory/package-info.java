/** Where an authority reaches each operator, in which language. Learnt from the directory topic; the ledger never sees it. */
package org.regulus.notification.directory;
