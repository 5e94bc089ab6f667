package org.regulus.sanctions.casefile;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.regulus.sanctions.CaseSubject;

/**
 * An inspection that ended with issues: the ground of a rectification order.
 *
 * @param sequence the version of the inspection that said so; an older one that arrives later is passed over
 */
public record ConcludedInspection(
        UUID inspectionId,
        Optional<UUID> campaignId,
        CaseSubject subject,
        List<Finding> findings,
        Instant concludedAt,
        long sequence) {

    public ConcludedInspection {
        findings = List.copyOf(findings);
    }

    /** For the authority that holds the case by now. */
    public ConcludedInspection heldBy(String holder) {
        return new ConcludedInspection(
                inspectionId, campaignId, subject.heldBy(holder), findings, concludedAt, sequence);
    }

    public boolean found(UUID findingId) {
        return findings.stream().anyMatch(finding -> finding.findingId().equals(findingId));
    }

    public boolean isNewerThan(ConcludedInspection other) {
        return sequence > other.sequence;
    }
}
