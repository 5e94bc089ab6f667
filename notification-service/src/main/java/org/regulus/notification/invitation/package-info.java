/** Invitations to interviews as calendar programs read them (RFC 5545, 5546), and to whom they go. */
package org.regulus.notification.invitation;
