package org.regulus.inspection.onsite.edge;

import io.quarkus.hibernate.reactive.panache.common.WithTransaction;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.UUID;
import org.regulus.common.actor.Actor;
import org.regulus.common.outbox.Outbox;
import org.regulus.common.rest.Rows;
import org.regulus.inspection.edge.Inspections;
import org.regulus.inspection.edge.Visits;
import org.regulus.inspection.onsite.OnSiteRecord;

/** The end of the visit: the record is read back and signed, the interview was held, its findings are those of the inspection. */
@ApplicationScoped
class Signing {

    private final InstantSource clock;
    private final Outbox outbox;
    private final Entries entries;
    private final Visits visits;
    private final Inspections inspections;

    Signing(InstantSource clock, Outbox outbox, Entries entries, Visits visits, Inspections inspections) {
        this.clock = clock;
        this.outbox = outbox;
        this.entries = entries;
        this.visits = visits;
        this.inspections = inspections;
    }

    @WithTransaction
    Uni<OnSiteRow> sign(Actor inspector, UUID inspection, long seen, OnSiteResource.NewSignature signature) {
        Instant now = clock.instant();
        return OnSite.get(inspector, inspection, seen)
                .call(row -> Inspections.get(inspector, inspection).call(of -> Inspections.mayInspect(inspector, of)))
                .call(row -> Entries.of(row.id).chain(all -> {
                    List<NewEntry> noted = all.stream()
                            .map(entry -> entries.kept(entry).entry())
                            .toList();
                    OnSiteRecord.Change<OnSiteRecord.RecordSigned> change =
                            row.record().sign(signature.signature(), attendance(noted), now);
                    row.take(change.record());
                    row.signature = entries.write(signature);
                    row.signedAt = now;
                    return outbox.append(OnSiteMessages.signed(row, change.event()))
                            .chain(Rows::flush)
                            .chain(() -> conclude(inspector, inspection, noted));
                }));
    }

    private Uni<Void> conclude(Actor inspector, UUID inspection, List<NewEntry> noted) {
        int attendees =
                (int) noted.stream().filter(entry -> entry.attendee() != null).count();
        return visits.signed(inspector, inspection, attendees)
                .chain(() -> inspections.found(inspector, inspection, findings(noted)));
    }

    /** What was put right on the spot is in the record, and needs no order to rectify it. */
    private static List<Inspections.Noted> findings(List<NewEntry> noted) {
        return noted.stream()
                .filter(entry -> entry.finding() != null && entry.finding().correction() == null)
                .map(entry -> new Inspections.Noted(
                        entry.id(),
                        entry.finding().item(),
                        entry.finding().severity(),
                        entry.finding().legalReference(),
                        entry.finding().text()))
                .toList();
    }

    private static OnSiteRecord.Attendance attendance(List<NewEntry> noted) {
        List<NewEntry.Attendee> there = noted.stream()
                .map(NewEntry::attendee)
                .filter(java.util.Objects::nonNull)
                .toList();
        long inspectors = there.stream()
                .filter(one -> one.side().equals("inspector") && one.credentialsShown())
                .map(NewEntry.Attendee::name)
                .distinct()
                .count();
        return new OnSiteRecord.Attendance(
                inspectors,
                there.stream().filter(one -> one.side().equals("operator")).count());
    }
}
