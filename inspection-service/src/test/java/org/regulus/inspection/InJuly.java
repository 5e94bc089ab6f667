package org.regulus.inspection;

import io.agroal.api.AgroalDataSource;
import jakarta.inject.Inject;
import java.time.Instant;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.regulus.common.time.MovableClock;

/** What most tests of the service begin with: a morning in July 2019, and an authority of their own. */
public abstract class InJuly {

    @Inject
    protected MovableClock clock;

    @Inject
    protected AgroalDataSource database;

    protected final Stage stage = new Stage();

    @BeforeEach
    void in_july() {
        clock.moveTo(Instant.parse("2019-07-24T02:00:00Z"));
    }

    @AfterEach
    void back_to_now() {
        clock.reset();
    }

    /** What the database says in its first row. */
    protected <T> T asked(String question, Read<T> read) {
        try (var connection = database.getConnection();
                var statement = connection.createStatement();
                var rows = statement.executeQuery(question)) {
            rows.next();
            return read.of(rows);
        } catch (java.sql.SQLException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /** Reads a row. */
    protected interface Read<T> {
        T of(java.sql.ResultSet row) throws java.sql.SQLException;
    }
}
