/** What mail systems report of mails that they had taken (RFC 3464), and what becomes of the message. */
package org.regulus.notification.bounce;
