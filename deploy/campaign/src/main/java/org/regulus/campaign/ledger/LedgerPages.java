package org.regulus.campaign.ledger;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.function.Consumer;
import org.regulus.campaign.client.Api;
import org.regulus.campaign.client.Http;
import org.regulus.campaign.client.Session;
import org.regulus.campaign.client.Stack;

/** The ledger as the notification service shows it, page after page. */
public final class LedgerPages {

    private static final int PAGE = 1000;

    private final Api notification;

    public LedgerPages(Api notification) {
        this.notification = notification;
    }

    public static LedgerPages of(Stack stack, Session auditor) {
        return new LedgerPages(new Api(new Http(), stack, Stack.Service.NOTIFICATION, auditor));
    }

    public void forEach(Consumer<JsonNode> reader) {
        long after = 0;
        while (true) {
            JsonNode items = notification
                    .get("/ledger/entries?limit=%d&after=%d".formatted(PAGE, after))
                    .body()
                    .path("items");
            for (JsonNode entry : items) {
                reader.accept(entry);
                after = entry.path("position").asLong();
            }
            if (items.size() < PAGE) {
                return;
            }
        }
    }
}
