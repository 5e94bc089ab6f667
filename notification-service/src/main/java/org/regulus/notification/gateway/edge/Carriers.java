package org.regulus.notification.gateway.edge;

import io.smallrye.mutiny.Uni;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpClientOptions;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.regulus.notification.evidence.Receipt;
import org.regulus.notification.message.Notice;
import org.regulus.notification.message.edge.Letters.Letter;
import org.regulus.notification.message.edge.MessageLimits;

/** Every way out that there can be, and which of them are there. */
@ApplicationScoped
public class Carriers {

    private final Map<String, Carrier> carriers = new LinkedHashMap<>();

    Carriers(MailCarrier mail, GatewayLimits configured, MessageLimits limits, Vertx vertx, Postings postings) {
        var client = vertx.createHttpClient(new HttpClientOptions()
                .setKeepAlive(false)
                .setConnectTimeout(Math.toIntExact(limits.sending().toMillis())));
        carriers.put(mail.channel(), mail);
        for (String channel : List.of(Notice.SMS, Notice.POST)) {
            carriers.put(
                    channel,
                    new HttpGateway(channel, configured.of(channel), limits.sending(), vertx, client, postings));
        }
    }

    List<Carrier> all() {
        return List.copyOf(carriers.values());
    }

    public Set<String> available() {
        return carriers.values().stream()
                .filter(Carrier::available)
                .map(Carrier::channel)
                .collect(Collectors.toUnmodifiableSet());
    }

    /** By the letter's own channel. */
    public Uni<Receipt> carry(Letter letter) {
        return carriers.get(letter.channel()).carry(letter);
    }
}
