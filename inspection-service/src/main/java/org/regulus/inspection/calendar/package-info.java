/** The calendar of an inspector as iCalendar (RFC 5545), for programs that subscribe to it. */
package org.regulus.inspection.calendar;
