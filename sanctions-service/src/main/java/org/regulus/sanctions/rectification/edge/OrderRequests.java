package org.regulus.sanctions.rectification.edge;

import jakarta.validation.Valid;
import jakarta.validation.constraints.AssertTrue;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.regulus.common.problem.Refusal;
import org.regulus.common.problem.Refusal.Flaw;
import org.regulus.sanctions.rectification.OrderItem;
import org.regulus.sanctions.rectification.OrderTerms;

/** What the orders' endpoints take; {@link OrderStepRequests} has the steps beside the main way. */
final class OrderRequests {

    static final int ITEMS_MAX = 100;
    static final int EVIDENCE_MAX = 20;
    static final int TEXT_MAX = 4_000;
    static final int DAYS_MAX = 730;

    private OrderRequests() {}

    /** By a day, or within days that are counted from receipt. */
    record NewItem(
            @NotNull UUID findingId,
            @NotBlank @Size(max = TEXT_MAX) String measure,
            LocalDate dueOn,
            @Min(1) @Max(DAYS_MAX) @Schema(description = "Instead of a day: calendar days from receipt") Integer days) {

        @AssertTrue(message = "give a day, or days from receipt")
        @Schema(hidden = true)
        boolean isDueOnce() {
            return (dueOn == null) != (days == null);
        }

        OrderTerms.Due due() {
            return days == null ? new OrderTerms.ByDay(dueOn) : new OrderTerms.WithinDays(days);
        }
    }

    record NewOrder(
            @NotNull UUID caseId,
            @NotNull UUID inspectionId,
            @NotEmpty @Size(max = ITEMS_MAX) List<@Valid @NotNull NewItem> items) {

        OrderTerms terms() {
            return new OrderTerms(items.stream()
                    .map(item -> new OrderTerms.Term(item.findingId(), item.measure(), item.due()))
                    .toList());
        }
    }

    /** @param sha256 in hexadecimal; the file itself stays with the operator until it is asked for */
    record Evidence(
            @NotNull @Pattern(regexp = "[0-9a-f]{64}") String sha256,
            @NotBlank @Size(max = TEXT_MAX) String description) {}

    record ReportedItem(
            @NotNull UUID itemId,
            @NotBlank @Size(max = TEXT_MAX) String statement,
            @Size(max = EVIDENCE_MAX) List<@Valid @NotNull Evidence> evidence) {

        OrderItem.Statement at(Instant at) {
            return new OrderItem.Statement(
                    statement,
                    evidence == null
                            ? List.of()
                            : evidence.stream()
                                    .map(shown -> new OrderItem.Evidence(shown.sha256(), shown.description()))
                                    .toList(),
                    at);
        }
    }

    record Report(@NotEmpty @Size(max = ITEMS_MAX) List<@Valid @NotNull ReportedItem> items) {
        Map<UUID, OrderItem.Statement> statements(Instant at) {
            return byItem(items, ReportedItem::itemId, item -> item.at(at));
        }
    }

    record JudgedItem(@NotNull UUID itemId, @NotNull Boolean passed, @Size(max = TEXT_MAX) String remark) {}

    /** @param place where it was looked at; on paper when absent */
    record Verification(
            @NotEmpty @Size(max = ITEMS_MAX) List<@Valid @NotNull JudgedItem> items,
            @Pattern(regexp = "on-site|on-paper") String place) {
        Map<UUID, OrderItem.Verdict> verdicts(String officer, Instant at) {
            return byItem(
                    items,
                    JudgedItem::itemId,
                    item -> new OrderItem.Verdict(
                            item.passed(), item.remark() == null ? "" : item.remark(), at(place), officer, at));
        }
    }

    private static OrderItem.Place at(String place) {
        return "on-site".equals(place) ? OrderItem.Place.ON_SITE : OrderItem.Place.ON_PAPER;
    }

    static <T, V> Map<UUID, V> byItem(List<T> items, Function<T, UUID> id, Function<T, V> value) {
        Map<UUID, V> map = new LinkedHashMap<>();
        List<Flaw> twice = new ArrayList<>();
        Set<UUID> seen = new HashSet<>();
        for (int i = 0; i < items.size(); i++) {
            UUID item = id.apply(items.get(i));
            if (!seen.add(item)) {
                twice.add(new Flaw("/items/%d/itemId".formatted(i), "order.item-twice", "Named before: " + item));
            }
            map.put(item, value.apply(items.get(i)));
        }
        if (!twice.isEmpty()) {
            throw Refusal.invalid("order.items-incomplete", "Name each open item of the order, once", twice);
        }
        return map;
    }
}
