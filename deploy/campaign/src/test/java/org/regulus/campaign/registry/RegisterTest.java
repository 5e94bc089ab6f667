package org.regulus.campaign.registry;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class RegisterTest {

    private static final Set<String> KINDS =
            Set.of("data-centre", "public-cloud", "cdn", "messaging", "transaction", "email", "app-store", "app");

    private final List<RegisteredOperator> register = Register.of("2019", 500);

    @Test
    void every_code_is_valid_different_and_in_the_reserved_range() {
        assertThat(register).allSatisfy(operator -> {
            assertThat(Uscc.valid(operator.uscc())).isTrue();
            assertThat(operator.uscc()).startsWith("91" + operator.province()).contains("YY");
        });
        assertThat(register.stream().map(RegisteredOperator::uscc)).doesNotHaveDuplicates();
    }

    @Test
    void the_mix_covers_all_kinds_of_system_and_most_provinces() {
        assertThat(register.stream()
                        .flatMap(operator -> operator.systemKinds().stream())
                        .collect(Collectors.toSet()))
                .isEqualTo(KINDS);
        assertThat(register.stream().map(RegisteredOperator::province).distinct())
                .hasSizeGreaterThan(25);
        assertThat(register.stream().map(RegisteredOperator::licenceClass).distinct())
                .hasSize(Licence.values().length);
    }

    @Test
    void the_same_seed_gives_the_same_register_and_a_longer_one_begins_with_it() {
        assertThat(Register.of("2019", 600).subList(0, 500)).isEqualTo(register);
        assertThat(Register.of("2020", 500)).isNotEqualTo(register);
    }

    @Test
    void the_file_says_that_it_is_synthetic_and_has_one_row_for_each_operator() {
        List<String> lines = Register.csv("2019", 500).lines().toList();

        assertThat(lines.get(0)).startsWith("# Synthetic register");
        assertThat(lines.get(2)).isEqualTo(Register.HEADER);
        assertThat(lines).hasSize(503);
        assertThat(lines.subList(3, 503))
                .allSatisfy(row -> assertThat(row.split(",", -1)).hasSize(9).doesNotContain(""));
    }

    @Test
    void the_sample_that_is_shipped_is_what_the_seed_2019_gives() throws Exception {
        Path sample = Path.of(System.getProperty("regulus.root", "../..")).resolve("deploy/sample/operators-500.csv");

        assertThat(Files.readString(sample)).isEqualTo(Register.csv("2019", 500));
    }
}
