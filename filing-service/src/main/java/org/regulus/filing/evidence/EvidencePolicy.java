package org.regulus.filing.evidence;

import java.util.Set;
import org.regulus.common.problem.Refusal;

/**
 * What an authority takes as a proof.
 *
 * @param maxBytes of one file
 * @param types media types that are taken, as their content says, whatever their names say
 * @param quotaBytes of all files of one case
 */
public record EvidencePolicy(long maxBytes, Set<String> types, long quotaBytes) {

    /** @throws Refusal INVALID {@code evidence.empty}, TOO_LARGE {@code evidence.too-large} */
    public void checkSize(long bytes) {
        if (bytes == 0) {
            throw Refusal.invalid("evidence.empty", "The file is empty");
        }
        if (bytes > maxBytes) {
            throw Refusal.tooLarge("evidence.too-large", "At most %d bytes".formatted(maxBytes));
        }
    }

    /** @throws Refusal INVALID {@code evidence.type} */
    public void checkType(String type) {
        if (!types.contains(type)) {
            throw Refusal.invalid(
                    "evidence.type", "By its content this is %s; what is taken: %s".formatted(type, types));
        }
    }

    /** @throws Refusal CONFLICT {@code evidence.quota} */
    public void checkQuota(long stored, long more) {
        if (stored + more > quotaBytes) {
            throw Refusal.conflict(
                    "evidence.quota", "The files of a case have at most %d bytes together".formatted(quotaBytes));
        }
    }
}
