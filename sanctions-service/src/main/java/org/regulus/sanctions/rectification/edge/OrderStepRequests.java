package org.regulus.sanctions.rectification.edge;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.regulus.sanctions.rectification.Change;
import org.regulus.sanctions.rectification.OrderEvent;
import org.regulus.sanctions.rectification.OrderNote;
import org.regulus.sanctions.rectification.OrderSteps;
import org.regulus.sanctions.rectification.ReceiptSteps;
import org.regulus.sanctions.rectification.RectificationOrder;
import org.regulus.sanctions.rectification.RejectionSteps;
import org.regulus.sanctions.rectification.edge.OrderStepCommands.Moment;
import org.regulus.sanctions.rectification.edge.OrderStepCommands.Step;

/** What the steps beside the main way of an order take; each knows which step of the front room it asks for. */
final class OrderStepRequests {

    private static final int ITEMS_MAX = OrderRequests.ITEMS_MAX;
    private static final int TEXT_MAX = OrderRequests.TEXT_MAX;

    private OrderStepRequests() {}

    record Acknowledgement() implements Step {
        @Override
        public Change<? extends OrderEvent> take(RectificationOrder order, Moment now) {
            return ReceiptSteps.acknowledge(order, now.calendar(), now.at());
        }
    }

    /** Handed over against receipt. */
    record Service(
            @NotNull @Pattern(regexp = "in-person|left-with-witness|mail|electronic") String method,
            @NotNull LocalDate on,
            Boolean consent)
            implements Step {
        @Override
        public Change<? extends OrderEvent> take(RectificationOrder order, Moment now) {
            return ReceiptSteps.handOver(order, method, on, Boolean.TRUE.equals(consent), now.calendar(), now.at());
        }
    }

    record Wish(@NotNull UUID itemId, @NotNull LocalDate dueOn) {
        static List<OrderNote.Wish> all(List<Wish> items) {
            return List.copyOf(
                    OrderRequests.byItem(items, Wish::itemId, wish -> new OrderNote.Wish(wish.itemId(), wish.dueOn()))
                            .values());
        }
    }

    record Extension(
            @NotEmpty @Size(max = ITEMS_MAX) List<@Valid @NotNull Wish> items,
            @NotBlank @Size(max = TEXT_MAX) String reason)
            implements Step {
        @Override
        public Change<? extends OrderEvent> take(RectificationOrder order, Moment now) {
            return OrderSteps.requestExtension(order, Wish.all(items), reason, now.at());
        }
    }

    record ExtensionDecision(@NotNull Boolean granted, @NotBlank @Size(max = TEXT_MAX) String reason) implements Step {
        @Override
        public Change<? extends OrderEvent> take(RectificationOrder order, Moment now) {
            var decided = new OrderNote.ExtensionDecided(
                    granted, reason, now.officer().value(), now.at());
            return OrderSteps.decideExtension(order, decided, now.pursuit(), now.calendar());
        }
    }

    record Suspension(@NotBlank @Size(max = TEXT_MAX) String reason) implements Step {
        @Override
        public Change<? extends OrderEvent> take(RectificationOrder order, Moment now) {
            LocalDate today = now.calendar().dateOf(now.at());
            var suspension =
                    new OrderNote.Suspended(reason, today, now.officer().value(), now.at());
            return OrderSteps.suspend(order, suspension, now.pursuit());
        }
    }

    record Resumption() implements Step {
        @Override
        public Change<? extends OrderEvent> take(RectificationOrder order, Moment now) {
            return OrderSteps.resume(order, now.officer(), now.calendar(), now.at());
        }
    }

    record Interview(@NotNull LocalDate heldOn, @NotBlank @Size(max = TEXT_MAX) String duty, @NotNull LocalDate dueOn)
            implements Step {
        @Override
        public Change<? extends OrderEvent> take(RectificationOrder order, Moment now) {
            return OrderSteps.interview(
                    order,
                    new OrderNote.Interviewed(heldOn, duty, dueOn, now.officer().value(), now.at()),
                    now.calendar());
        }
    }

    /** After a rejection: another date for each open item. */
    record NewTerm(
            @NotEmpty @Size(max = ITEMS_MAX) List<@Valid @NotNull Wish> items,
            @NotBlank @Size(max = TEXT_MAX) String reason)
            implements Step {
        @Override
        public Change<? extends OrderEvent> take(RectificationOrder order, Moment now) {
            return RejectionSteps.renew(
                    order,
                    new OrderNote.TermRenewed(
                            Wish.all(items), reason, now.officer().value(), now.at()),
                    now.pursuit(),
                    now.calendar());
        }
    }

    record Referral(
            @NotNull @Pattern(regexp = "penalty|other-authority") String to,
            @NotBlank @Size(max = TEXT_MAX) String reason)
            implements Step {
        @Override
        public Change<? extends OrderEvent> take(RectificationOrder order, Moment now) {
            OrderNote.Referral whom =
                    "penalty".equals(to) ? OrderNote.Referral.PENALTY : OrderNote.Referral.OTHER_AUTHORITY;
            return RejectionSteps.refer(
                    order, new OrderNote.Referred(whom, reason, now.officer().value(), now.at()));
        }
    }
}
