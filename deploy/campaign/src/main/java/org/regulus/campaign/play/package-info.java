/** The 2019 campaign, act by act. */
package org.regulus.campaign.play;
