/** The few things that every service needs today. No word of the domain, no base classes. */
package org.regulus.common;
