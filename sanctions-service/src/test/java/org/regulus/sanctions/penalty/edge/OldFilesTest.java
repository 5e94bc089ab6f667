package org.regulus.sanctions.penalty.edge;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.Currency;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.regulus.sanctions.Laws;
import org.regulus.sanctions.penalty.Dossier;
import org.regulus.sanctions.penalty.Measure;
import org.regulus.sanctions.penalty.Penalties;
import org.regulus.sanctions.penalty.Penalty;
import org.regulus.sanctions.penalty.Sheet;
import org.regulus.sanctions.ruleset.PenaltyKind;

/** What was stored before a decision's penalties went their own ways is read as it was meant: about the operator's fine. */
class OldFilesTest {

    private static final ObjectMapper JSON = new ObjectMapper().findAndRegisterModules();

    static {
        new SheetCodes().customize(JSON);
    }

    private static final String OLD =
            """
            {"entries": [
              {"sheet": {"kind": "instalments-requested", "reason": "hardship"}, "by": "op", "at": "2019-10-08T04:00:00Z"},
              {"sheet": {"kind": "part-paid", "amount": {"minor": 400000, "currency": "CNY"},
                         "surcharge": {"minor": 0, "currency": "CNY"}, "parts": 1, "paidOn": "2019-10-09"},
               "by": "anna", "at": "2019-10-09T04:00:00Z"},
              {"sheet": {"kind": "challenged", "way": "LITIGATION", "filedOn": "2019-10-10"},
               "by": "op", "at": "2019-10-10T04:00:00Z"},
              {"sheet": {"kind": "challenge-resolved", "outcome": "CHANGED", "resolvedOn": "2019-10-11",
                         "amount": {"minor": 600000, "currency": "CNY"}}, "by": "anna", "at": "2019-10-11T04:00:00Z"},
              {"sheet": {"kind": "demanded", "on": "2019-10-30"}, "by": "anna", "at": "2019-10-30T04:00:00Z"}]}""";

    @Test
    void sheets_without_a_number_are_about_the_operators_fine() throws JsonProcessingException {
        Dossier dossier = JSON.readValue(OLD, DossierColumn.class).toDomain();
        assertThat(dossier.challengePending(Optional.empty())).isFalse();
        assertThat(dossier.lastDemand(Optional.empty())).isPresent();
        assertThat(dossier.lastDemand(Optional.of(2))).isEmpty();
        assertThat(dossier.last(Sheet.ChallengeResolved.class).orElseThrow().revisions())
                .isEmpty();
        assertThat(dossier.last(Sheet.PartPaid.class).orElseThrow().penalty()).isEmpty();
        String written = JSON.writeValueAsString(DossierColumn.of(dossier));
        assertThat(written).contains("\"litigation\"", "\"changed\"").doesNotContainPattern("\"[A-Z]+(_[A-Z]+)+\"");
        assertThat(JSON.readValue(written, DossierColumn.class).toDomain()).isEqualTo(dossier);
    }

    @Test
    void the_constants_of_every_sheet_are_read_as_they_were_and_as_they_are_written() throws JsonProcessingException {
        for (String kind : List.of("\"REVOCATION\"", "\"licence-revocation\"")) {
            assertThat(JSON.readValue(kind, PenaltyKind.class)).isEqualTo(PenaltyKind.REVOCATION);
        }
        assertThat(JSON.writeValueAsString(PenaltyKind.REVOCATION)).isEqualTo("\"licence-revocation\"");
        assertThat(JSON.writeValueAsString(Sheet.ServiceMethod.IN_PERSON)).isEqualTo("\"in-person\"");
    }

    @Test
    void what_was_lifted_comes_back_as_lifted() throws JsonProcessingException {
        Currency yuan = Laws.yuan(0).currency();
        Penalties some = new Penalties(
                Optional.of(new Penalty(PenaltyKind.FINE, new Measure.Lifted(), Optional.empty())),
                List.of(Penalty.of(PenaltyKind.WARNING, Laws.yuan(0))),
                yuan);
        String stored = JSON.writeValueAsString(PenaltyColumn.Set.of(some));
        assertThat(JSON.readValue(stored, PenaltyColumn.Set.class).toDomain(yuan))
                .isEqualTo(some);
    }
}
