package org.regulus.notification.message.edge;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.time.ZoneId;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.regulus.common.testing.Golden;
import org.regulus.notification.message.Notice;

/** What the other services announce is what a notice names. */
class ContractsReadTest {

    private final Facts facts = new Facts(new ObjectMapper());

    static List<Notice> notices() {
        ObjectMapper json = new ObjectMapper().registerModule(new JavaTimeModule());
        return RuleFiles.read(json).versions().get(0).notices();
    }

    @ParameterizedTest
    @MethodSource("notices")
    void every_fact_of_a_notice_stands_in_the_golden_sample(Notice notice) {
        String type = notice.type();
        var values = facts.read(facts.of(notice, Golden.sampleTree(type), 1));
        assertThat(notice.lines(values, true, ZoneId.of("Asia/Shanghai")))
                .hasSameSizeAs(notice.facts())
                .allSatisfy(line -> assertThat(line.value()).isNotBlank());
        assertThat(Golden.sampleTree(type).hasNonNull("caseId")).isTrue();
        assertThat(Golden.sampleTree(type).hasNonNull("operatorId")).isTrue();
    }
}
