package org.regulus.common.event;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.sql.SQLException;
import org.hibernate.exception.ConstraintViolationException;
import org.hibernate.exception.LockAcquisitionException;
import org.junit.jupiter.api.Test;
import org.regulus.common.problem.Refusal;

/** What goes to the dead letters, and what is tried again. */
class ImpossibleTest {

    @Test
    void a_refusal_and_a_forbidden_value_do_not_pass_by_waiting() {
        assertThat(EventConsumption.impossible(Refusal.conflict("x", "x"))).isTrue();
        assertThat(EventConsumption.impossible(
                        new ConstraintViolationException("x", new SQLException("x", "23505"), "one_only")))
                .isTrue();
    }

    @Test
    void a_lost_race_a_deadlock_and_a_lost_connection_do() {
        assertThat(EventConsumption.impossible(Refusal.stale("x", "x"))).isFalse();
        assertThat(EventConsumption.impossible(new LockAcquisitionException("x", new SQLException("x", "40P01"))))
                .isFalse();
        assertThat(EventConsumption.impossible(new IOException("reset"))).isFalse();
    }
}
