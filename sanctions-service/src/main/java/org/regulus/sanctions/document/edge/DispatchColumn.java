package org.regulus.sanctions.document.edge;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.regulus.sanctions.OfficerId;
import org.regulus.sanctions.document.Dispatch;
import org.regulus.sanctions.document.ServiceWay;

/** Who handed a document over, and how it may be served. */
record DispatchColumn(List<String> methods, String consent, String by, Instant at) {

    static DispatchColumn of(Dispatch dispatch) {
        return new DispatchColumn(
                dispatch.ways().stream().map(ServiceWay::code).toList(),
                dispatch.consent().orElse(null),
                dispatch.by().value(),
                dispatch.at());
    }

    Dispatch toDomain() {
        return new Dispatch(
                methods.stream().map(code -> ServiceWay.of(code).orElseThrow()).toList(),
                Optional.ofNullable(consent),
                new OfficerId(by),
                at);
    }
}
