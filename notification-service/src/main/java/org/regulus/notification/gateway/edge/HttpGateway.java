package org.regulus.notification.gateway.edge;

import io.smallrye.mutiny.Uni;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientResponse;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.RequestOptions;
import java.time.Duration;
import java.util.Optional;
import org.regulus.notification.message.edge.Letters.Letter;

/**
 * To a gateway that was configured, as JSON; taken is any 2xx. The Idempotency-Key is the message's own, the same in every attempt, so that a
 * gateway which got it already sends it once. What became of it the gateway tells by {@code POST /gateways/{channel}/reports}.
 */
final class HttpGateway implements Carrier {

    private static final int TAKEN = 200;
    private static final int TAKEN_END = 300;

    private final String channel;
    private final Optional<GatewayLimits.Gateway> gateway;
    private final Duration patience;
    private final HttpClient client;
    private final Postings postings;

    HttpGateway(
            String channel,
            Optional<GatewayLimits.Gateway> gateway,
            Duration patience,
            HttpClient client,
            Postings postings) {
        this.channel = channel;
        this.gateway = gateway;
        this.patience = patience;
        this.client = client;
        this.postings = postings;
    }

    @Override
    public String channel() {
        return channel;
    }

    @Override
    public boolean available() {
        return gateway.isPresent();
    }

    @Override
    public Uni<Void> carry(Letter letter) {
        return Uni.createFrom()
                .completionStage(() -> client.request(options(letter))
                        .compose(request -> request.send(Buffer.buffer(postings.of(letter))))
                        .toCompletionStage())
                .invoke(HttpGateway::taken)
                .replaceWithVoid();
    }

    private RequestOptions options(Letter letter) {
        GatewayLimits.Gateway to = gateway.orElseThrow();
        RequestOptions options = new RequestOptions()
                .setMethod(HttpMethod.POST)
                .setAbsoluteURI(to.url().toString())
                .setFollowRedirects(false)
                .setTimeout(patience.toMillis())
                .putHeader("Content-Type", "application/json")
                .putHeader("Idempotency-Key", letter.messageId().toString());
        to.secret().ifPresent(secret -> options.putHeader("Authorization", "Bearer " + secret));
        return options;
    }

    private static void taken(HttpClientResponse response) {
        int status = response.statusCode();
        response.request().connection().close();
        if (status < TAKEN || status >= TAKEN_END) {
            throw new NotTaken(status);
        }
    }

    /** Without the gateway's own words, which may repeat the number or the address. */
    private static final class NotTaken extends RuntimeException {
        NotTaken(int status) {
            super("status " + status, null, false, false);
        }
    }
}
