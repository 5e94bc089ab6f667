package org.regulus.sanctions.penalty;

import java.util.UUID;

public record ProceedingId(UUID value) {
    @Override
    public String toString() {
        return value.toString();
    }
}
