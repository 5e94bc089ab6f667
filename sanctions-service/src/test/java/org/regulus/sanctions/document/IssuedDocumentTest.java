package org.regulus.sanctions.document;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.regulus.common.problem.Refusal;
import org.regulus.sanctions.OfficerId;
import org.regulus.sanctions.document.DocumentState.Dispatched;
import org.regulus.sanctions.document.DocumentState.Issued;

class IssuedDocumentTest {

    private static final Instant NOON = Instant.parse("2019-10-08T04:00:00Z");
    private static final OfficerId ANNA = new OfficerId("anna");
    private static final Map<String, String> FACTS = Map.of("heldOn", "2019-10-15", "chair", "chen");
    private static final IssuedDocument ISSUED = new IssuedDocument(new UUID(0, 1), FACTS, 1, new Issued());
    private static final Draft SAME = draft(FACTS, Set.of());

    @Test
    void a_document_goes_on_its_way_once() {
        Dispatch byPost = by(Optional.empty(), ServiceWay.POST, ServiceWay.ENTRUSTED);
        IssuedDocument dispatched = ISSUED.dispatch(byPost, SAME);
        assertThat(dispatched.state()).isEqualTo(new Dispatched(byPost));
        assertThat(dispatched.version()).isEqualTo(2);
        refused("document.move-not-allowed", dispatched, byPost, SAME);
    }

    @Test
    void electronically_only_with_the_written_consent() {
        refused("document.consent-missing", ISSUED, by(Optional.empty(), ServiceWay.POST, ServiceWay.ELECTRONIC), SAME);
        Dispatch agreed = by(Optional.of("ab".repeat(32)), ServiceWay.ELECTRONIC);
        assertThat(ISSUED.dispatch(agreed, SAME).state()).isEqualTo(new Dispatched(agreed));
    }

    @Test
    void a_notice_of_a_hearing_that_was_moved_stays() {
        Draft moved = draft(Map.of("heldOn", "2019-10-22", "chair", "chen"), Set.of());
        refused("document.stale", ISSUED, by(Optional.empty(), ServiceWay.POST), moved);
    }

    @Test
    void who_was_recused_plays_no_part() {
        refused("proceeding.recused", ISSUED, by(Optional.empty(), ServiceWay.POST), draft(FACTS, Set.of(ANNA)));
    }

    private static void refused(String code, IssuedDocument document, Dispatch dispatch, Draft now) {
        assertThatThrownBy(() -> document.dispatch(dispatch, now))
                .isInstanceOfSatisfying(
                        Refusal.class, no -> assertThat(no.code()).isEqualTo(code));
    }

    private static Draft draft(Map<String, String> facts, Set<OfficerId> recused) {
        return new Draft(null, facts, recused);
    }

    private static Dispatch by(Optional<String> consent, ServiceWay... ways) {
        return new Dispatch(List.of(ways), consent, ANNA, NOON);
    }
}
