package org.regulus.inspection.request.edge;

import java.time.Instant;
import java.util.UUID;
import org.regulus.common.outbox.AggregateVersion;
import org.regulus.common.outbox.OutboxMessage;
import org.regulus.inspection.request.Request;

/** Requests as they go over the wire: reasons stay behind REST. */
final class RequestMessages {

    static final String MADE = "regulus.inspection.request-made.v1";
    static final String DECIDED = "regulus.inspection.request-decided.v1";

    static final String LAPSED = "regulus.inspection.request-lapsed.v1";

    private RequestMessages() {}

    record RequestMade(
            UUID caseId,
            UUID inspectionId,
            UUID requestId,
            UUID operatorId,
            String authority,
            String kind,
            UUID inspectorId,
            Instant madeAt) {}

    record RequestDecided(
            UUID caseId,
            UUID inspectionId,
            UUID requestId,
            UUID operatorId,
            String authority,
            String kind,
            boolean granted,
            Instant decidedAt) {}

    record RequestLapsed(
            UUID caseId,
            UUID inspectionId,
            UUID requestId,
            UUID operatorId,
            String authority,
            String kind,
            String reason,
            Instant lapsedAt) {}

    static OutboxMessage made(RequestRow row, Request.Change<Request.RequestMade> change) {
        Instant at = change.event().at();
        return message(
                MADE,
                row,
                at,
                new RequestMade(
                        row.caseId,
                        row.inspectionId,
                        row.id,
                        row.operatorId,
                        row.authority,
                        change.event().kind().word(),
                        row.inspectorId,
                        at));
    }

    static OutboxMessage decided(RequestRow row, Request.Change<Request.RequestDecided> change) {
        Instant at = change.event().at();
        return message(
                DECIDED,
                row,
                at,
                new RequestDecided(
                        row.caseId,
                        row.inspectionId,
                        row.id,
                        row.operatorId,
                        row.authority,
                        change.event().kind().word(),
                        change.event().granted(),
                        at));
    }

    static OutboxMessage lapsed(RequestRow row, Request.Change<Request.RequestLapsed> change) {
        Instant at = change.event().at();
        return message(
                LAPSED,
                row,
                at,
                new RequestLapsed(
                        row.caseId,
                        row.inspectionId,
                        row.id,
                        row.operatorId,
                        row.authority,
                        change.event().kind().word(),
                        change.event().reason(),
                        at));
    }

    private static OutboxMessage message(String type, RequestRow row, Instant at, Object data) {
        return new OutboxMessage(
                type, row.caseId, new AggregateVersion("request", row.id, row.announced), row.authority, at, data);
    }
}
