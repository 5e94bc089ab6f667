package org.regulus.inspection.draw.edge;

import io.agroal.api.AgroalDataSource;
import java.sql.SQLException;
import org.regulus.inspection.Stage;

/** More cases of a campaign than a test would tell one by one, as the projection has them. */
final class ManyCases {

    private static final String GENERATE =
            """
            insert into known_case (id, authority, operator_id, campaign_id, case_number, province, licence_class, system_kinds,
                                    risk_score, credit_class, filing, overdue, closed, inspected)
            select gen_random_uuid(), '%1$s', gen_random_uuid(), '%2$s', 'GEN-' || n, cast(11 + n %% 31 as text), 'B25', '{app}',
                   n %% 101, (array['A','A','A','B','B','C','D',''])[1 + n %% 8], 'accepted', false, false, false
            from generate_series(1, %3$d) as n""";

    private ManyCases() {}

    static void of(Stage stage, int count, AgroalDataSource database) throws SQLException {
        try (var connection = database.getConnection();
                var statement = connection.createStatement()) {
            statement.execute(GENERATE.formatted(stage.authority, stage.campaign, count));
        }
    }
}
