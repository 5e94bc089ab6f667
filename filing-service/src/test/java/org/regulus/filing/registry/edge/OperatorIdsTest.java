package org.regulus.filing.registry.edge;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class OperatorIdsTest {

    /** As another implementation has it: Python's {@code uuid5(NAMESPACE_URL, "urn:regulus:uscc:91440000YY72319457")}. */
    @Test
    void an_id_is_what_anybody_else_computes_from_the_code() {
        assertThat(OperatorIds.of("91440000YY72319457")).hasToString("444b38a9-47b7-59e9-a95a-c1d5c0fec570");
    }

    @Test
    void another_code_has_another_id() {
        assertThat(OperatorIds.of("91330000YY72319537")).isNotEqualTo(OperatorIds.of("91440000YY72319457"));
    }
}
