package org.regulus.campaign.client;

import com.fasterxml.jackson.core.JsonProcessingException;
import java.net.http.HttpRequest;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Gives every operator's system a login of its own: a service account whose tokens carry that operator's id and no other. */
public final class OperatorAccounts {

    private static final int CONFLICT = 409;

    private final Http http;
    private final Stack stack;
    private final String realm;
    private final Session clerk;

    /** @param clerk may manage clients */
    public OperatorAccounts(Http http, Stack stack, String realm, Session clerk) {
        this.http = http;
        this.stack = stack;
        this.realm = realm;
        this.clerk = clerk;
    }

    /** The operator's session; its account is made when there is none yet. */
    public Session open(UUID operatorId) {
        String client = "operator-" + operatorId;
        String secret = "local-" + operatorId;
        Answer answer = http.send(HttpRequest.newBuilder(stack.accounts("/admin/realms/" + realm + "/clients"))
                .header("authorization", "Bearer " + clerk.token())
                .header("content-type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(write(account(client, secret, operatorId)))));
        if (!answer.ok() && answer.status() != CONFLICT) {
            throw new Refused("The account of operator " + operatorId, answer);
        }
        return Session.system(http, stack, realm, client, secret);
    }

    private static Map<String, Object> account(String client, String secret, UUID operatorId) {
        return Map.of(
                "clientId", client,
                "secret", secret,
                "publicClient", false,
                "serviceAccountsEnabled", true,
                "standardFlowEnabled", false,
                "directAccessGrantsEnabled", false,
                "protocolMappers", List.of(claim(operatorId), role()));
    }

    private static Map<String, Object> claim(UUID operatorId) {
        return Map.of(
                "name", "operator",
                "protocol", "openid-connect",
                "protocolMapper", "oidc-hardcoded-claim-mapper",
                "config",
                        Map.of(
                                "claim.name", "operator_id",
                                "claim.value", operatorId.toString(),
                                "jsonType.label", "String",
                                "access.token.claim", "true"));
    }

    private static Map<String, Object> role() {
        return Map.of(
                "name", "operator role",
                "protocol", "openid-connect",
                "protocolMapper", "oidc-hardcoded-role-mapper",
                "config", Map.of("role", "operator"));
    }

    private String write(Object body) {
        try {
            return http.json().writeValueAsString(body);
        } catch (JsonProcessingException unwritable) {
            throw new IllegalArgumentException(unwritable);
        }
    }
}
