package org.regulus.campaign.play;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;

/** An order and the operator who has to follow it. */
record Order(UUID id, Participant participant) {

    String path() {
        return "/orders/" + id;
    }

    boolean reports(Fate.Report how) {
        return participant.fate().report() == how;
    }

    /** Whether the first report is not accepted. */
    boolean isRejected() {
        return reports(Fate.Report.INSUFFICIENT) || reports(Fate.Report.GOOD_IN_THE_NEW_TERM);
    }

    /** @param order as it was read */
    static <T> List<T> openItems(JsonNode order, Function<String, T> each) {
        List<T> all = new ArrayList<>();
        for (JsonNode item : order.path("items")) {
            if (!item.path("passed").asBoolean()) {
                all.add(each.apply(item.path("itemId").asText()));
            }
        }
        return all;
    }
}
