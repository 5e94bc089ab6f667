package org.regulus.sanctions.casefile.edge;

import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Which authority holds a case, once it is not the one that began it. */
@ApplicationScoped
public class CaseHolders {

    private static final String HOLD =
            """
            insert into case_holder (case_id, authority, sequence) values (?1, ?2, ?3)
            on conflict (case_id) do update set authority = excluded.authority, sequence = excluded.sequence
            where case_holder.sequence < excluded.sequence""";

    private final List<CaseFollower> followers;

    CaseHolders(@Any Instance<CaseFollower> followers) {
        this.followers = followers.stream()
                .sorted(Comparator.comparing(CaseFollower::turn))
                .toList();
    }

    /** In the caller's transaction. What awaits an order goes first: whoever makes one at this moment is waited for. */
    Uni<Void> become(UUID caseId, String authority, long sequence) {
        return oneByOne(caseId)
                .chain(() -> Panache.getSession())
                .chain(session -> session.createNativeQuery(HOLD)
                        .setParameter(1, caseId)
                        .setParameter(2, authority)
                        .setParameter(3, sequence)
                        .executeUpdate())
                .chain(news -> news == 0 ? Uni.createFrom().voidItem() : follow(caseId, authority));
    }

    private Uni<Void> follow(UUID caseId, String authority) {
        return Panache.getSession()
                .chain(session -> session.createMutationQuery(
                                "update InspectionRow set authority = ?2 where caseId = ?1")
                        .setParameter(1, caseId)
                        .setParameter(2, authority)
                        .executeUpdate())
                .chain(() -> Multi.createFrom()
                        .iterable(followers)
                        .onItem()
                        .transformToUniAndConcatenate(follower -> follower.follow(caseId, authority))
                        .collect()
                        .last())
                .replaceWithVoid();
    }

    /** A conclusion that is kept at the moment of a transfer is kept before it or after it. */
    private static Uni<Void> oneByOne(UUID caseId) {
        return Panache.getSession()
                .chain(session -> session.createNativeQuery(
                                "select 1 from (select pg_advisory_xact_lock(hashtextextended(?1, 0))) held",
                                Integer.class)
                        .setParameter(1, "case " + caseId)
                        .getSingleResult())
                .replaceWithVoid();
    }

    /** The same, until the caller's transaction ends: no transfer comes in between. */
    Uni<Optional<String>> held(UUID caseId) {
        return oneByOne(caseId).chain(() -> of(caseId));
    }

    /** Empty as long as the case is where it began. */
    public Uni<Optional<String>> of(UUID caseId) {
        return Panache.getSession()
                .chain(session -> session.find(CaseHolderRow.class, caseId))
                .map(row -> Optional.ofNullable(row).map(known -> known.authority));
    }
}
