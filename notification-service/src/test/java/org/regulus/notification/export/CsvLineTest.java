package org.regulus.notification.export;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import org.junit.jupiter.api.Test;

class CsvLineTest {

    @Test
    void plain_values_stand_as_they_are_and_nothing_is_nothing() {
        assertThat(CsvLine.of(Arrays.asList("MIIT", null, "", "44"))).isEqualTo("MIIT,,,44\r\n");
    }

    @Test
    void what_would_break_the_line_is_quoted() {
        assertThat(CsvLine.of(Arrays.asList("a,b", "say \"no\"", "two\nlines")))
                .isEqualTo("\"a,b\",\"say \"\"no\"\"\",\"two\nlines\"\r\n");
    }

    @Test
    void what_a_spreadsheet_would_run_is_text() {
        assertThat(CsvLine.of(Arrays.asList("=1+1", "+1", "-1", "@SUM(A1)", "\tx", "=1,2")))
                .isEqualTo("'=1+1,'+1,'-1,'@SUM(A1),'\tx,\"'=1,2\"\r\n");
    }
}
