package org.regulus.filing.jurisdiction.edge;

import static org.assertj.core.api.Assertions.assertThat;

import io.agroal.api.AgroalDataSource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashSet;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.regulus.common.testing.Infrastructure;

@QuarkusTest
@QuarkusTestResource(Infrastructure.class)
class HandoverIT {

    /** What is not handed over with a case: who reads it, whose it is, and what an authority laid down, which stays owed to it. */
    private static final Set<String> OTHERWISE = Set.of("case_reader", "jurisdiction", "duty");

    private static final String IN_A_CASE =
            """
            select table_name, bool_or(column_name = 'version') from information_schema.columns
            where table_schema = 'public'
            group by table_name having bool_or(column_name = 'case_id') and bool_or(column_name = 'authority')""";

    @Inject
    AgroalDataSource database;

    @Test
    void everything_in_a_case_is_handed_over_with_it() throws SQLException {
        Set<String> versioned = new HashSet<>();
        Set<String> unchanging = new HashSet<>();
        try (Connection connection = database.getConnection();
                ResultSet tables = connection.createStatement().executeQuery(IN_A_CASE)) {
            while (tables.next()) {
                (tables.getBoolean(2) ? versioned : unchanging).add(tables.getString(1));
            }
        }
        assertThat(versioned).containsExactlyInAnyOrderElementsOf(Handover.VERSIONED);
        assertThat(unchanging)
                .isEqualTo(Stream.concat(Handover.UNCHANGING.stream(), OTHERWISE.stream())
                        .collect(Collectors.toSet()));
    }
}
