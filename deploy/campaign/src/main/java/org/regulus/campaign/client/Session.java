package org.regulus.campaign.client;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpRequest;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Map;
import java.util.stream.Collectors;

/** Somebody who is logged in: fetches a token of their own from the account server, and a new one before it expires. */
public final class Session {

    private static final long MARGIN_NANOS = 30_000_000_000L;

    private final Http http;
    private final URI tokens;
    private final Map<String, String> grant;

    private String token;
    private long goodUntil;

    private Session(Http http, URI tokens, Map<String, String> grant) {
        this.http = http;
        this.tokens = tokens;
        this.grant = grant;
    }

    /** A person with a password. */
    public static Session person(Http http, Stack stack, String realm, String client, String name, String password) {
        return new Session(
                http,
                tokens(stack, realm),
                Map.of("grant_type", "password", "client_id", client, "username", name, "password", password));
    }

    /** A system with a client secret. */
    public static Session system(Http http, Stack stack, String realm, String client, String secret) {
        return new Session(
                http,
                tokens(stack, realm),
                Map.of("grant_type", "client_credentials", "client_id", client, "client_secret", secret));
    }

    private static URI tokens(Stack stack, String realm) {
        return stack.accounts("/realms/" + realm + "/protocol/openid-connect/token");
    }

    public synchronized String token() {
        if (token == null || System.nanoTime() > goodUntil) {
            Answer answer = http.send(HttpRequest.newBuilder(tokens)
                    .header("content-type", "application/x-www-form-urlencoded")
                    .POST(HttpRequest.BodyPublishers.ofString(form())));
            if (!answer.ok()) {
                throw new Refused("The login of " + grant.getOrDefault("username", grant.get("client_id")), answer);
            }
            token = answer.body().path("access_token").asText();
            goodUntil = System.nanoTime() + answer.body().path("expires_in").asLong() * 1_000_000_000L - MARGIN_NANOS;
        }
        return token;
    }

    /** How the services know this person: the subject of the token. */
    public String subject() {
        String claims = token().split("\\.")[1];
        try {
            return http.json()
                    .readTree(Base64.getUrlDecoder().decode(claims))
                    .path("sub")
                    .asText();
        } catch (IOException notJson) {
            throw new UncheckedIOException(notJson);
        }
    }

    private String form() {
        return grant.entrySet().stream()
                .map(field -> field.getKey() + "=" + URLEncoder.encode(field.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
    }
}
