/** Time and identity come in through this door: the business clock, new ids, working days. Used by every service. */
package org.regulus.common.time;
