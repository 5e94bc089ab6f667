package org.regulus.sanctions.rectification.edge;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jboss.resteasy.reactive.RestResponse;
import org.regulus.common.rest.ETags;
import org.regulus.sanctions.edge.Scope;
import org.regulus.sanctions.rectification.OrderItem;
import org.regulus.sanctions.rectification.OrderNote;
import org.regulus.sanctions.rectification.OrderNumber;

/**
 * An order as the API shows it.
 *
 * @param stateAt since when it is in that state
 * @param late whether its latest report came after an item's date
 */
record OrderView(
        UUID id,
        String orderNumber,
        UUID caseId,
        UUID inspectionId,
        UUID operatorId,
        String authority,
        String state,
        Instant stateAt,
        boolean late,
        Instant orderedAt,
        List<Item> items,
        List<NoteColumn> notes,
        long version) {

    /**
     * An item with the last word of either side.
     *
     * @param daysFromService while it was not served: its date is only what it would be if it were served at once
     */
    record Item(
            UUID itemId,
            UUID findingId,
            String measure,
            LocalDate dueOn,
            Instant dueAt,
            String statement,
            Boolean passed,
            String remark,
            String place,
            List<OrderItem.Evidence> evidence,
            List<OrderItem.DueChange> dueChanges,
            @JsonInclude(JsonInclude.Include.NON_NULL) Integer daysFromService) {

        static Item of(OrderRow.Item item) {
            String statement = item.statements().isEmpty()
                    ? null
                    : item.statements().get(item.statements().size() - 1).text();
            List<OrderItem.Evidence> evidence = item.statements().isEmpty()
                    ? List.of()
                    : item.statements().get(item.statements().size() - 1).evidence();
            OrderItem.Verdict verdict = item.verdicts().isEmpty()
                    ? null
                    : item.verdicts().get(item.verdicts().size() - 1);
            return new Item(
                    item.itemId(),
                    item.findingId(),
                    item.measure(),
                    item.dueOn(),
                    item.dueAt(),
                    statement,
                    verdict == null ? null : verdict.passed(),
                    verdict == null ? null : verdict.remark(),
                    verdict == null || verdict.place() == null
                            ? null
                            : verdict.place() == OrderItem.Place.ON_SITE ? "on-site" : "on-paper",
                    evidence,
                    item.dueChanges() == null ? List.of() : item.dueChanges(),
                    item.daysFromService());
        }
    }

    /** An operator reads neither which officer acted nor why the matter was referred. */
    static OrderView of(OrderRow row, Scope scope) {
        return new OrderView(
                row.id,
                new OrderNumber(row.issuer, row.year, row.serial).toString(),
                row.caseId,
                row.inspectionId,
                row.operatorId,
                row.authority,
                row.state,
                row.stateAt,
                row.late,
                row.orderedAt,
                row.contents.items().stream().map(Item::of).toList(),
                scope.isOperator()
                        ? row.contents.notes().stream()
                                .filter(column -> !(column.note() instanceof OrderNote.Referred))
                                .map(column -> new NoteColumn(column.note().unsigned()))
                                .toList()
                        : row.contents.notes(),
                row.version);
    }

    RestResponse<OrderView> ok() {
        return RestResponse.ResponseBuilder.ok(this)
                .header("ETag", ETags.of(version))
                .build();
    }
}
