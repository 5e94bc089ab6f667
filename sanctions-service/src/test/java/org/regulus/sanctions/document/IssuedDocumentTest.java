package org.regulus.sanctions.document;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.assertj.core.api.ThrowableAssert;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.regulus.common.problem.Refusal;
import org.regulus.sanctions.Autumn2019;
import org.regulus.sanctions.CaseSubject;
import org.regulus.sanctions.OfficerId;
import org.regulus.sanctions.document.DocumentState.Dispatched;
import org.regulus.sanctions.document.DocumentState.Issued;
import org.regulus.sanctions.document.DocumentState.Served;
import org.regulus.sanctions.document.ServiceOutcome.Word;
import org.regulus.sanctions.penalty.Arrival;
import org.regulus.sanctions.penalty.Sheet.ServiceMethod;

class IssuedDocumentTest {

    private static final Instant NOON = Instant.parse("2019-10-08T04:00:00Z");
    private static final OfficerId ANNA = new OfficerId("anna");
    private static final Map<String, String> FACTS = Map.of("heldOn", "2019-10-15", "chair", "chen");
    private static final CaseSubject CASE = new CaseSubject(new UUID(0, 2), new UUID(0, 3), "MIIT");
    private static final UUID SERVICE = new UUID(0, 4);
    private static final LocalDate DAY = LocalDate.of(2019, 10, 8);
    private static final IssuedDocument ISSUED = new IssuedDocument(new UUID(0, 1), CASE, FACTS, 1, new Issued());
    private static final Draft SAME = draft(FACTS, Set.of());

    @Test
    void a_document_goes_on_its_way_once() {
        Dispatch byPost = by(Optional.empty(), ServiceWay.POST, ServiceWay.ENTRUSTED);
        IssuedDocument dispatched = ISSUED.dispatch(byPost, SAME);
        assertThat(dispatched.state()).isEqualTo(new Dispatched(byPost, Optional.empty()));
        assertThat(dispatched.version()).isEqualTo(2);
        refused("document.move-not-allowed", dispatched, byPost, SAME);
    }

    @Test
    void electronically_only_with_the_written_consent() {
        refused("document.consent-missing", ISSUED, by(Optional.empty(), ServiceWay.POST, ServiceWay.ELECTRONIC), SAME);
        Dispatch agreed = by(Optional.of("ab".repeat(32)), ServiceWay.ELECTRONIC);
        assertThat(ISSUED.dispatch(agreed, SAME).state()).isEqualTo(new Dispatched(agreed, Optional.empty()));
    }

    @Test
    void a_notice_of_a_hearing_that_was_moved_stays() {
        Draft moved = draft(Map.of("heldOn", "2019-10-22", "chair", "chen"), Set.of());
        refused("document.stale", ISSUED, by(Optional.empty(), ServiceWay.POST), moved);
    }

    @Test
    void what_is_for_a_person_is_handed_over_by_hand() {
        Draft forLi = new Draft(null, FACTS, Set.of(), new Draft.Addressee(Optional.of(5), Optional.of("Li")));
        refused("document.by-hand", ISSUED, by(Optional.empty(), ServiceWay.POST), forLi);
    }

    @Test
    void who_was_recused_plays_no_part() {
        refused("proceeding.recused", ISSUED, by(Optional.empty(), ServiceWay.POST), draft(FACTS, Set.of(ANNA)));
    }

    @Test
    void what_failed_leaves_it_on_its_way_and_what_was_served_ends_it() {
        Heard tried =
                heard(onItsWay(), outcome(1, Word.UNDELIVERABLE, null, DAY)).orElseThrow();
        assertThat(tried.arrival().method()).isEqualTo(ServiceMethod.MAIL);
        assertThat(tried.document().state()).isInstanceOf(Dispatched.class);
        Heard published = heard(tried.document(), outcome(2, Word.PUBLISHED, null, DAY.plusDays(1)))
                .orElseThrow();
        Heard served = heard(published.document(), outcome(3, Word.SERVED, "public-notice", DAY.plusDays(61)))
                .orElseThrow();
        assertThat(served.document().state()).isInstanceOf(Served.class);
        assertThat(served.by()).isEqualTo(ANNA);
        assertThat(served.arrival())
                .isEqualTo(new Arrival(ServiceMethod.PUBLIC_NOTICE, DAY.plusDays(1), DAY.plusDays(61)));
    }

    @Test
    void what_comes_twice_or_late_says_nothing_new() {
        ServiceOutcome refused = outcome(2, Word.REFUSED, "in-person", DAY);
        IssuedDocument tried = heard(onItsWay(), refused).orElseThrow().document();
        assertThat(heard(tried, refused)).isEmpty();
        assertThat(heard(tried, outcome(1, Word.UNDELIVERABLE, "post", DAY))).isEmpty();
        IssuedDocument served = heard(tried, outcome(3, Word.SERVED, "left", DAY.plusDays(1)))
                .orElseThrow()
                .document();
        assertThat(heard(served, outcome(3, Word.SERVED, "left", DAY.plusDays(1))))
                .isEmpty();
        ServiceOutcome otherService =
                new ServiceOutcome(CASE, new UUID(0, 5), 1, Word.SERVED, Optional.of("post"), DAY.plusDays(9));
        assertThat(heard(served, otherService)).isEmpty();
        assertThat(heard(tried, otherService)).isPresent();
    }

    @Test
    void what_cannot_be_about_it_is_refused() {
        ServiceOutcome served = outcome(1, Word.SERVED, "post", DAY);
        refused("document.not-dispatched", () -> heard(ISSUED, served));
        refused("document.outcome-differs", () -> heard(onItsWay(), outcome(1, Word.SERVED, "post", DAY.minusDays(1))));
        CaseSubject other = new CaseSubject(new UUID(0, 9), CASE.operatorId(), "MIIT");
        refused(
                "document.outcome-differs",
                () -> heard(onItsWay(), new ServiceOutcome(other, SERVICE, 1, Word.SERVED, Optional.of("post"), DAY)));
        refused("event.unreadable", () -> heard(onItsWay(), outcome(1, Word.SERVED, "pigeon", DAY)));
    }

    @Test
    void a_case_that_went_to_another_authority_is_heard_of_from_both_and_from_nobody_else() {
        for (String authority : List.of("MIIT", "GDCA")) {
            assertThat(onItsWay().hear(by(CASE.heldBy(authority)), Optional.of("GDCA"), new Autumn2019()))
                    .isPresent();
        }
        refused("document.outcome-differs", () -> onItsWay()
                .hear(by(CASE.heldBy("XJCA")), Optional.of("GDCA"), new Autumn2019()));
        refused("document.outcome-differs", () -> heard(onItsWay(), by(CASE.heldBy("GDCA"))));
    }

    private static ServiceOutcome by(CaseSubject about) {
        return new ServiceOutcome(about, SERVICE, 1, Word.SERVED, Optional.of("post"), DAY);
    }

    @ParameterizedTest
    @CsvSource({
        "in-person, IN_PERSON",
        "entrusted, IN_PERSON",
        "post, MAIL",
        "electronic, ELECTRONIC",
        "left, LEFT_WITH_WITNESS",
        "public-notice, PUBLIC_NOTICE"
    })
    void each_way_has_its_name_in_a_proceeding(String way, ServiceMethod method) {
        Heard served = heard(onItsWay(), outcome(1, Word.SERVED, way, DAY)).orElseThrow();
        assertThat(served.arrival().method()).isEqualTo(method);
    }

    private static Optional<Heard> heard(IssuedDocument document, ServiceOutcome outcome) {
        return document.hear(outcome, Optional.empty(), new Autumn2019());
    }

    private static IssuedDocument onItsWay() {
        return ISSUED.dispatch(by(Optional.empty(), ServiceWay.POST), SAME);
    }

    private static ServiceOutcome outcome(long sequence, Word word, String method, LocalDate on) {
        return new ServiceOutcome(CASE, SERVICE, sequence, word, Optional.ofNullable(method), on);
    }

    private static void refused(String code, IssuedDocument document, Dispatch dispatch, Draft now) {
        refused(code, () -> document.dispatch(dispatch, now));
    }

    private static void refused(String code, ThrowableAssert.ThrowingCallable move) {
        assertThatThrownBy(move).isInstanceOfSatisfying(Refusal.class, no -> assertThat(no.code())
                .isEqualTo(code));
    }

    private static Draft draft(Map<String, String> facts, Set<OfficerId> recused) {
        return new Draft(null, facts, recused);
    }

    private static Dispatch by(Optional<String> consent, ServiceWay... ways) {
        return new Dispatch(List.of(ways), consent, ANNA, NOON);
    }
}
