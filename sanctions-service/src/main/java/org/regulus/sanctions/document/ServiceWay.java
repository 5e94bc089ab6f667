package org.regulus.sanctions.document;

import java.util.Arrays;
import java.util.Optional;
import org.regulus.sanctions.penalty.Sheet.ServiceMethod;

/** How a document may be brought to the operator at first (Civil Procedure Law, Art. 88 to 91); leaving it and public notice follow a failure. */
public enum ServiceWay {
    IN_PERSON("in-person", ServiceMethod.IN_PERSON),
    POST("post", ServiceMethod.MAIL),
    /** Only with the operator's written consent. */
    ELECTRONIC("electronic", ServiceMethod.ELECTRONIC),
    /** By another authority, near the operator. */
    ENTRUSTED("entrusted", ServiceMethod.IN_PERSON);

    private final String code;
    private final ServiceMethod method;

    ServiceWay(String code, ServiceMethod method) {
        this.code = code;
        this.method = method;
    }

    public String code() {
        return code;
    }

    /** As a proceeding calls it: whose hands bring it makes no difference there. */
    ServiceMethod method() {
        return method;
    }

    public static Optional<ServiceWay> of(String code) {
        return Arrays.stream(values()).filter(way -> way.code.equals(code)).findFirst();
    }
}
