/**
 * The users of a running stack, played by a program: {@code deploy/demo}, {@code deploy/bench}, {@code deploy/verify-ledger} and
 * {@code deploy/replay-dead-letters}. Nothing here shares code with a service; what it checks, it checks from outside.
 */
package org.regulus.campaign;
