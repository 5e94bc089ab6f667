/** Measurements of a running stack, printed as ratios to what its PostgreSQL can do. */
package org.regulus.campaign.bench;
