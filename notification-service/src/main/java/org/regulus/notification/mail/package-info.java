/** A mail, and the way to the mail server: what that answers is evidence. */
package org.regulus.notification.mail;
