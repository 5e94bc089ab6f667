package org.regulus.sanctions.document;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.regulus.sanctions.Laws;
import org.regulus.sanctions.penalty.Measure;
import org.regulus.sanctions.penalty.Penalty;
import org.regulus.sanctions.ruleset.PenaltyKind;

class PenaltyNamesTest {

    @Test
    void each_says_how_much_and_on_whom() {
        said(
                new Measure.Sum(Laws.yuan(3_000)),
                PenaltyKind.CONFISCATION,
                "没收违法所得人民币3000.00元",
                "confiscation of 3000.00 CNY");
        said(new Measure.Thing("服务器"), PenaltyKind.CONFISCATION, "没收服务器", "confiscation of 服务器");
        said(new Measure.Days(30), PenaltyKind.SUSPENSION, "责令停产停业30日", "suspension of business for 30 days");
        said(Measure.WORDS, PenaltyKind.REVOCATION, "吊销许可证件", "revocation of the licence");
        var onLi = new Penalty(PenaltyKind.FINE, new Measure.Sum(Laws.yuan(2_000)), Optional.of("李某"));
        assertThat(PenaltyNames.zh(onLi)).isEqualTo("对直接责任人员李某：罚款人民币2000.00元");
        assertThat(PenaltyNames.en(onLi)).isEqualTo("fine of 2000.00 CNY, on 李某");
    }

    @ParameterizedTest
    @EnumSource
    void no_kind_goes_by_its_code(PenaltyKind kind) {
        var any = new Penalty(kind, Measure.WORDS, Optional.empty());
        assertThat(PenaltyNames.zh(any)).isNotBlank().doesNotContainPattern("[A-Za-z]");
        assertThat(PenaltyNames.en(any)).isNotBlank().doesNotContain("-");
    }

    private static void said(Measure measure, PenaltyKind kind, String zh, String en) {
        var penalty = new Penalty(kind, measure, Optional.empty());
        assertThat(PenaltyNames.zh(penalty)).isEqualTo(zh);
        assertThat(PenaltyNames.en(penalty)).isEqualTo(en);
    }
}
