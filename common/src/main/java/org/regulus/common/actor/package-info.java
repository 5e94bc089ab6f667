/** Who acts, from the token. Used by every service's resources; commands get the actor as an argument. */
package org.regulus.common.actor;
