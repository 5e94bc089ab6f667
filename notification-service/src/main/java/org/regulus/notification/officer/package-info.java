/** How an officer wants to be written to: at once or once a day, and when not. The inbox holds everything all the same. */
package org.regulus.notification.officer;
