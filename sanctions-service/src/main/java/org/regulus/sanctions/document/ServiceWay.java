package org.regulus.sanctions.document;

import java.util.Arrays;
import java.util.Optional;

/** How a document may be brought to the operator at first (Civil Procedure Law, Art. 88 to 91); leaving it and public notice follow a failure. */
public enum ServiceWay {
    IN_PERSON("in-person"),
    POST("post"),
    /** Only with the operator's written consent. */
    ELECTRONIC("electronic"),
    /** By another authority, near the operator. */
    ENTRUSTED("entrusted");

    private final String code;

    ServiceWay(String code) {
        this.code = code;
    }

    public String code() {
        return code;
    }

    public static Optional<ServiceWay> of(String code) {
        return Arrays.stream(values()).filter(way -> way.code.equals(code)).findFirst();
    }
}
