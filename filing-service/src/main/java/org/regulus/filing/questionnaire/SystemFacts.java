package org.regulus.filing.questionnaire;

/**
 * What an operator states of one system.
 *
 * @param protectionLevel 1 to 5 (GB/T 22240)
 */
public record SystemFacts(String name, String kind, int protectionLevel) {}
