package org.regulus.filing.questionnaire;

import java.util.List;

/**
 * An answer to one item.
 *
 * @param system the name of the system it is about; null when it is about the operator as a whole
 * @param answer null only where the evidence is the answer
 * @param evidence digests (SHA-256, hex) of uploaded files
 */
public record Answer(String item, String system, String answer, String reason, List<String> evidence) {
    public Answer {
        evidence = evidence == null ? List.of() : List.copyOf(evidence);
    }
}
