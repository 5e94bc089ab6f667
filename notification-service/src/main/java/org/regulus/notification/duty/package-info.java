/** What an operator has to do by when, as the events tell, and the reminders before (and after) that. */
package org.regulus.notification.duty;
