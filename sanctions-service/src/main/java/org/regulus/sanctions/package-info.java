/**
 * What follows an inspection that found issues: the order to rectify and, where that fails or a provision allows it at once, the penalty.
 * This room holds the few values that both share: whose case it is, who acts, how days are counted, and exact money.
 */
package org.regulus.sanctions;
