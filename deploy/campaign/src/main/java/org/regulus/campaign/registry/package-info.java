/** A register of synthetic operators, the same for the same seed. */
package org.regulus.campaign.registry;
