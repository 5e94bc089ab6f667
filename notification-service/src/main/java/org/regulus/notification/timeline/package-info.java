/** The story of a case, from all services, in one list. */
package org.regulus.notification.timeline;
