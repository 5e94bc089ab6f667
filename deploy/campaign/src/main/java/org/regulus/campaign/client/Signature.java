package org.regulus.campaign.client;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.Base64;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** Standard Webhooks as a receiver checks them: HMAC-SHA256 over id, timestamp and body, with the secret that was told once. */
public final class Signature {

    private static final String PREFIX = "whsec_";
    private static final String VERSION = "v1,";

    private Signature() {}

    public static boolean isGood(Doorstep.Parcel parcel, String secret) {
        String signed = "%s.%s.%s"
                .formatted(
                        parcel.headers().get("webhook-id"), parcel.headers().get("webhook-timestamp"), parcel.body());
        byte[] wanted = hmac(Base64.getDecoder().decode(secret.substring(PREFIX.length())), signed);
        return Arrays.stream(
                        parcel.headers().getOrDefault("webhook-signature", "").split(" "))
                .filter(one -> one.startsWith(VERSION))
                .map(one -> Base64.getDecoder().decode(one.substring(VERSION.length())))
                .anyMatch(one -> MessageDigest.isEqual(one, wanted));
    }

    private static byte[] hmac(byte[] key, String text) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(key, "HmacSHA256"));
            return mac.doFinal(text.getBytes(StandardCharsets.UTF_8));
        } catch (GeneralSecurityException absent) {
            throw new IllegalStateException(absent);
        }
    }
}
