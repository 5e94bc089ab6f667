/** What officers lay out for their own work: filters of the list of cases that they come back to. */
package org.regulus.notification.worklist;
