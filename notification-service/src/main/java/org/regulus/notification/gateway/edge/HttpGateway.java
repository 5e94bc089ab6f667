package org.regulus.notification.gateway.edge;

import io.smallrye.mutiny.Uni;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientResponse;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.RequestOptions;
import java.net.ConnectException;
import java.time.Duration;
import java.util.Optional;
import org.regulus.notification.evidence.Digests;
import org.regulus.notification.evidence.Outcome;
import org.regulus.notification.evidence.Receipt;
import org.regulus.notification.evidence.edge.HttpAnswer;
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
    private final Vertx vertx;
    private final HttpClient client;
    private final Postings postings;

    HttpGateway(
            String channel,
            Optional<GatewayLimits.Gateway> gateway,
            Duration patience,
            Vertx vertx,
            HttpClient client,
            Postings postings) {
        this.channel = channel;
        this.gateway = gateway;
        this.patience = patience;
        this.vertx = vertx;
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
    public Uni<Receipt> carry(Letter letter) {
        return Uni.createFrom()
                .deferred(() -> post(letter, postings.of(letter)))
                .ifNoItem()
                .after(patience)
                .fail()
                .onFailure()
                .recoverWithItem(fault -> Receipt.fault(outcome(fault), fault));
    }

    private Uni<Receipt> post(Letter letter, byte[] body) {
        return Uni.createFrom().completionStage(() -> client.request(options(letter))
                .compose(request -> request.send(Buffer.buffer(body)))
                .compose(response -> HttpAnswer.of(vertx, response).map(facts -> new Receipt(taken(response), facts)
                        .with("to", letter.contact().noticeAddress())
                        .with("gateway", gateway.orElseThrow().url().getHost())
                        .with("postedSha256", Digests.sha256(body))))
                .toCompletionStage());
    }

    /** Who could not be connected to has nothing; whoever hangs up, or does not answer, may have it. */
    private static Outcome outcome(Throwable fault) {
        return fault instanceof ConnectException ? Outcome.REFUSED : Outcome.UNKNOWN;
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

    private static Outcome taken(HttpClientResponse response) {
        int status = response.statusCode();
        return status >= TAKEN && status < TAKEN_END ? Outcome.ACCEPTED : Outcome.REFUSED;
    }
}
