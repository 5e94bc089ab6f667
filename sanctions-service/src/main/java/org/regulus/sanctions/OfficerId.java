package org.regulus.sanctions;

import java.util.Objects;

/** An officer as the token names them (its subject), never a person's name. */
public record OfficerId(String value) {
    public OfficerId {
        Objects.requireNonNull(value, "an officer has an id");
    }

    @Override
    public String toString() {
        return value;
    }
}
