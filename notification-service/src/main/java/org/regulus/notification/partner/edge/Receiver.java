package org.regulus.notification.partner.edge;

import io.smallrye.mutiny.Uni;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.RequestOptions;
import io.vertx.core.net.SocketAddress;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.Map;
import java.util.concurrent.TimeoutException;
import org.regulus.notification.evidence.Outcome;
import org.regulus.notification.evidence.Receipt;
import org.regulus.notification.evidence.edge.HttpAnswer;
import org.regulus.notification.partner.Delivery;
import org.regulus.notification.partner.PublicAddress;
import org.regulus.notification.partner.edge.Way.Answered;

/**
 * Posts to a partner's machine. The host is resolved for each request and the connection goes to the very address that was looked at: a name
 * that resolves to another one a moment later gains nothing. Redirects are not followed, and of the answer only the status counts.
 */
@ApplicationScoped
class Receiver {

    private static final int GONE = 410;
    private static final int HTTPS = 443;
    private static final int HTTP = 80;

    private final Vertx vertx;
    private final HttpClient client;
    private final WebhookLimits limits;

    Receiver(Vertx vertx, WebhookLimits limits) {
        this.vertx = vertx;
        this.limits = limits;
        this.client = vertx.createHttpClient(new HttpClientOptions()
                .setKeepAlive(false)
                .setConnectTimeout(Math.toIntExact(limits.answer().toMillis())));
    }

    Uni<Answered> post(String url, Map<String, String> headers, String body) {
        URI uri = URI.create(url);
        return address(uri.getHost())
                .chain(address -> Uni.createFrom().completionStage(() -> client.request(options(uri, address, headers))
                        .compose(request -> request.send(Buffer.buffer(body)))
                        .toCompletionStage()))
                .ifNoItem()
                .after(limits.answer())
                .fail()
                .chain(response -> Uni.createFrom().completionStage(() -> HttpAnswer.of(vertx, response)
                        .map(facts -> answered(response.statusCode(), facts))
                        .toCompletionStage()))
                .onFailure()
                .recoverWithItem(fault -> new Answered(
                        Delivery.Answer.REFUSED,
                        reason(fault),
                        new Receipt(outcome(fault), Map.of("fault", reason(fault)))));
    }

    private Uni<InetAddress> address(String host) {
        return Uni.createFrom()
                .completionStage(() -> vertx.executeBlocking(() -> InetAddress.getAllByName(host), false)
                        .toCompletionStage())
                .map(addresses -> {
                    if (!limits.mayBePrivate(host) && !Arrays.stream(addresses).allMatch(PublicAddress::is)) {
                        throw new PrivateAddress();
                    }
                    return addresses[0];
                });
    }

    private RequestOptions options(URI uri, InetAddress address, Map<String, String> headers) {
        boolean tls = "https".equals(uri.getScheme());
        int port = uri.getPort() < 0 ? tls ? HTTPS : HTTP : uri.getPort();
        RequestOptions options = new RequestOptions()
                .setMethod(HttpMethod.POST)
                .setServer(SocketAddress.inetSocketAddress(port, address.getHostAddress()))
                .setHost(uri.getHost())
                .setPort(port)
                .setSsl(tls)
                .setFollowRedirects(false)
                .setTimeout(limits.answer().toMillis())
                .setURI(path(uri));
        headers.forEach(options::putHeader);
        return options;
    }

    private static String path(URI uri) {
        String path = uri.getRawPath() == null || uri.getRawPath().isEmpty() ? "/" : uri.getRawPath();
        return uri.getRawQuery() == null ? path : path + "?" + uri.getRawQuery();
    }

    private static Answered answered(int status, Map<String, String> facts) {
        if (status >= 200 && status < 300) {
            return new Answered(Delivery.Answer.TAKEN, null, new Receipt(Outcome.ACCEPTED, facts));
        }
        return new Answered(
                status == GONE ? Delivery.Answer.GONE : Delivery.Answer.REFUSED,
                "status " + status,
                new Receipt(Outcome.REFUSED, facts));
    }

    /** Whoever hangs up, or does not answer, may have it. */
    private static Outcome outcome(Throwable fault) {
        boolean nobody = fault instanceof PrivateAddress
                || fault instanceof ConnectException
                || fault instanceof UnknownHostException;
        return nobody ? Outcome.REFUSED : Outcome.UNKNOWN;
    }

    private static String reason(Throwable fault) {
        if (fault instanceof PrivateAddress) {
            return "private address";
        }
        boolean late = fault instanceof TimeoutException || fault instanceof io.smallrye.mutiny.TimeoutException;
        return late ? "no answer in time" : fault.getClass().getSimpleName();
    }

    @PreDestroy
    void close() {
        client.close();
    }

    private static final class PrivateAddress extends RuntimeException {
        PrivateAddress() {
            super(null, null, false, false);
        }
    }
}
