/** The random check computed a second time, independently of the service that made it. */
package org.regulus.campaign.draw;
