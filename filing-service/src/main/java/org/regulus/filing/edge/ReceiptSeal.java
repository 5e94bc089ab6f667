package org.regulus.filing.edge;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.runtime.Startup;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jose4j.jwa.AlgorithmConstraints;
import org.jose4j.jwk.JsonWebKey;
import org.jose4j.jwk.JsonWebKeySet;
import org.jose4j.jwk.OctetKeyPairJsonWebKey;
import org.jose4j.jws.AlgorithmIdentifiers;
import org.jose4j.jws.JsonWebSignature;
import org.jose4j.lang.JoseException;

/**
 * Signs receipts and checks them: JWS (RFC 7515) in compact form, EdDSA with Ed25519 (RFC 8037), so that the same receipt has the same
 * signature whenever it is made. The key file is a JWK Set: the one key with a private part signs, those without are former ones, whose
 * receipts still hold.
 */
@Startup
@ApplicationScoped
class ReceiptSeal {

    private static final String TYPE = "regulus-receipt+json";
    private static final AlgorithmConstraints ED25519_ONLY =
            new AlgorithmConstraints(AlgorithmConstraints.ConstraintType.PERMIT, AlgorithmIdentifiers.EDDSA);

    private final ObjectMapper json;
    private final JsonWebKeySet keys;
    private final OctetKeyPairJsonWebKey signing;

    ReceiptSeal(ObjectMapper json, @ConfigProperty(name = "regulus.receipts.keys-file") Path file)
            throws IOException, JoseException {
        this.json = json;
        this.keys = new JsonWebKeySet(Files.readString(file));
        for (JsonWebKey key : keys.getJsonWebKeys()) {
            key.setKeyId(key.calculateBase64urlEncodedThumbprint("SHA-256"));
        }
        this.signing = keys.getJsonWebKeys().stream()
                .map(OctetKeyPairJsonWebKey.class::cast)
                .filter(key -> key.getPrivateKey() != null)
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("No key in %s can sign".formatted(file)));
    }

    String sign(Receipt receipt) {
        try {
            JsonWebSignature signature = new JsonWebSignature();
            signature.setHeader("typ", TYPE);
            signature.setKeyIdHeaderValue(signing.getKeyId());
            signature.setAlgorithmHeaderValue(AlgorithmIdentifiers.EDDSA);
            signature.setPayload(json.writeValueAsString(receipt));
            signature.setKey(signing.getPrivateKey());
            return signature.getCompactSerialization();
        } catch (JoseException | JsonProcessingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /** What was signed, when it was signed with one of our keys and nothing was changed since. */
    Optional<Receipt> open(String compact) {
        try {
            JsonWebSignature signature = new JsonWebSignature();
            signature.setAlgorithmConstraints(ED25519_ONLY);
            signature.setCompactSerialization(compact);
            JsonWebKey key = keys.findJsonWebKey(signature.getKeyIdHeaderValue(), null, null, null);
            if (key == null || !TYPE.equals(signature.getHeader("typ"))) {
                return Optional.empty();
            }
            signature.setKey(key.getKey());
            return signature.verifySignature()
                    ? Optional.of(json.readValue(signature.getPayload(), Receipt.class))
                    : Optional.empty();
        } catch (JoseException | JsonProcessingException notOurs) {
            return Optional.empty();
        }
    }

    /** Without any private part. */
    String publicKeys() {
        return keys.toJson(JsonWebKey.OutputControlLevel.PUBLIC_ONLY);
    }
}
