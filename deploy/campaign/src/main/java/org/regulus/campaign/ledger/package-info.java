/** The ledger's hash chain, recomputed by an outsider. */
package org.regulus.campaign.ledger;
