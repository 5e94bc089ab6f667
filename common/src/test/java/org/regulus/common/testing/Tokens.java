package org.regulus.common.testing;

import io.smallrye.jwt.build.Jwt;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.spec.PKCS8EncodedKeySpec;
import java.time.Instant;
import java.util.Base64;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import java.util.stream.Collectors;

/** Makes access tokens as Keycloak would: signed, with the realm's claims. Each method that spoils a token spoils just one thing. */
public final class Tokens {

    static final String ISSUER = "http://test/realms/regulus";
    private static final String KEY = "regulus.test.key";
    private static final String PUBLIC_KEY = "regulus.test.key.public";
    private static final long LIFE_SECONDS = 3_600;

    private final String subject;
    private final Set<String> roles = new LinkedHashSet<>();
    private String authority;
    private UUID operator;
    private String email;
    private String audience = "regulus-api";
    private String issuer = ISSUER;
    private long age = 0;
    private boolean foreign;

    private Tokens(String subject) {
        this.subject = subject;
    }

    /** A token of an officer with one role, whose subject is {@code role@authority}. */
    public static String officer(String role, String authority) {
        return as(role + "@" + authority).roles(role).authority(authority).sign();
    }

    public static String operator(UUID operatorId) {
        return as("operator-" + operatorId)
                .roles("operator")
                .operatorId(operatorId)
                .sign();
    }

    public static Tokens as(String subject) {
        return new Tokens(subject);
    }

    public Tokens roles(String... names) {
        roles.addAll(Set.of(names));
        return this;
    }

    public Tokens authority(String code) {
        authority = code;
        return this;
    }

    public Tokens operatorId(UUID id) {
        operator = id;
        return this;
    }

    public Tokens email(String address) {
        email = address;
        return this;
    }

    public Tokens audience(String other) {
        audience = other;
        return this;
    }

    public Tokens issuer(String other) {
        issuer = other;
        return this;
    }

    public Tokens expired() {
        age = 2 * LIFE_SECONDS;
        return this;
    }

    public Tokens foreignKey() {
        foreign = true;
        return this;
    }

    public String sign() {
        long issuedAt = Instant.now().getEpochSecond() - age;
        var claims = Jwt.issuer(issuer)
                .subject(subject)
                .audience(audience)
                .issuedAt(issuedAt)
                .expiresAt(issuedAt + LIFE_SECONDS)
                .claim("preferred_username", subject)
                .claim("realm_access", Map.of("roles", roles));
        if (authority != null) {
            claims.claim("authority", authority);
        }
        if (operator != null) {
            claims.claim("operator_id", operator.toString());
        }
        if (email != null) {
            claims.claim("email", email);
        }
        return claims.jws().keyId("test").sign(foreign ? generate().getPrivate() : privateKey());
    }

    /** Kept in system properties: the test resource and the test classes live in different class loaders. */
    static synchronized String publicKey() {
        if (System.getProperty(PUBLIC_KEY) == null) {
            KeyPair pair = generate();
            System.setProperty(
                    KEY, Base64.getEncoder().encodeToString(pair.getPrivate().getEncoded()));
            System.setProperty(
                    PUBLIC_KEY,
                    Base64.getEncoder().encodeToString(pair.getPublic().getEncoded()));
        }
        return System.getProperty(PUBLIC_KEY);
    }

    private static PrivateKey privateKey() {
        publicKey();
        try {
            byte[] encoded = Base64.getDecoder().decode(System.getProperty(KEY));
            return KeyFactory.getInstance("RSA").generatePrivate(new PKCS8EncodedKeySpec(encoded));
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static KeyPair generate() {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
            generator.initialize(2048);
            return generator.generateKeyPair();
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /** The code of an authority that no other test has. */
    public static String freshAuthority() {
        return ThreadLocalRandom.current()
                .ints(10, 'A', 'Z' + 1)
                .mapToObj(letter -> String.valueOf((char) letter))
                .collect(Collectors.joining());
    }
}
