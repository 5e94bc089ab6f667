package org.regulus.filing.evidence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Set;
import org.junit.jupiter.api.Test;
import org.regulus.common.problem.Refusal;

/** The limits are inclusive: what is exactly at one is taken. */
class EvidencePolicyTest {

    private static final EvidencePolicy POLICY = new EvidencePolicy(100, Set.of("application/pdf"), 250);

    @Test
    void a_file_has_at_least_one_byte_and_at_most_so_many() {
        assertThatCode(() -> POLICY.checkSize(1)).doesNotThrowAnyException();
        assertThatCode(() -> POLICY.checkSize(100)).doesNotThrowAnyException();
        refused("evidence.empty", () -> POLICY.checkSize(0));
        refused("evidence.too-large", () -> POLICY.checkSize(101));
    }

    @Test
    void only_listed_types_are_taken() {
        assertThatCode(() -> POLICY.checkType("application/pdf")).doesNotThrowAnyException();
        refused("evidence.type", () -> POLICY.checkType("text/html"));
    }

    @Test
    void the_files_of_a_case_have_a_quota_together() {
        assertThatCode(() -> POLICY.checkQuota(150, 100)).doesNotThrowAnyException();
        refused("evidence.quota", () -> POLICY.checkQuota(151, 100));
    }

    private static void refused(String code, Runnable check) {
        assertThatThrownBy(check::run).isInstanceOfSatisfying(Refusal.class, no -> assertThat(no.code())
                .isEqualTo(code));
    }
}
