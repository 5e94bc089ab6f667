package org.regulus.filing.registry;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.regulus.common.problem.Refusal.Flaw;

/** What an operator's licences, systems and contacts must be. */
class ParticularsTest {

    private static final LocalDate DAY = LocalDate.of(2019, 6, 3);
    private static final OperatedSystem PORTAL =
            new OperatedSystem("门户", "app", 3, List.of("personal"), 1_000L, "cloud", "internet");

    @Test
    void a_licence_may_have_no_end_but_not_end_before_it_begins() {
        assertThat(new Licence("B11", "B1-20190001", "MIIT", DAY, null).flaws(""))
                .isEmpty();
        assertThat(new Licence("B11", "B1-20190001", "MIIT", DAY, DAY).flaws(""))
                .isEmpty();
        assertThat(new Licence("B11", "B1-20190001", "MIIT", DAY, DAY.minusDays(1)).flaws(""))
                .extracting(Flaw::pointer)
                .containsExactly("/validUntil");
        assertThat(new Licence("Z9", " ", null, null, DAY).flaws("/l"))
                .extracting(Flaw::pointer)
                .containsExactly("/l/licenceClass", "/l/number", "/l/issuedBy", "/l/validFrom");
    }

    @Test
    void a_system_may_be_of_another_kind_than_those_of_the_notice() {
        assertThat(PORTAL.flaws("")).isEmpty();
        assertThat(new OperatedSystem("billing", "other", 1, null, null, "own", "internal").flaws(""))
                .isEmpty();
        assertThat(new OperatedSystem("", "mainframe", 6, List.of("gossip"), -1L, "attic", "moon").flaws("/s"))
                .extracting(Flaw::pointer)
                .containsExactly(
                        "/s/name", "/s/kind", "/s/protectionLevel", "/s/data", "/s/users", "/s/hosting", "/s/exposure");
        assertThat(new OperatedSystem(null, null, 0, null, null, null, null).flaws(""))
                .hasSize(5);
    }

    @Test
    void two_systems_of_one_name_could_not_be_told_apart() {
        assertThat(OperatedSystem.flawsOf(List.of(PORTAL, PORTAL)))
                .singleElement()
                .satisfies(flaw -> {
                    assertThat(flaw.pointer()).isEqualTo("/systems/1/name");
                    assertThat(flaw.code()).isEqualTo("registry.duplicate");
                });
    }

    @Test
    void a_contact_has_a_role_and_a_language() {
        assertThat(new Contact("李", "security", List.of("zh", "en"), "li@one.example", null).flaws(""))
                .isEmpty();
        assertThat(new Contact(null, "friend", null, "nowhere", "").flaws("/c"))
                .extracting(Flaw::pointer)
                .containsExactly("/c/name", "/c/role", "/c/languages", "/c/email", "/c/phone");
    }
}
