/** The ways into a stack that anybody has: REST with tokens, Kafka topics, the account server. */
package org.regulus.campaign.client;
