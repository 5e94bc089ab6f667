package org.regulus.campaign.client;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;

/** The example of the Standard Webhooks specification. */
class SignatureTest {

    private static final String SECRET = "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw";
    private static final String GOOD = "v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=";

    private static Doorstep.Parcel parcel(String body, String signature) {
        return new Doorstep.Parcel(
                "/",
                Map.of(
                        "webhook-id", "msg_p5jXN8AQM9LWM0D4loKWxJek",
                        "webhook-timestamp", "1614265330",
                        "webhook-signature", signature),
                body);
    }

    @Test
    void the_known_signature_is_good_also_beside_one_of_a_former_secret() {
        String body = "{\"test\": 2432232314}";

        assertThat(Signature.isGood(parcel(body, GOOD), SECRET)).isTrue();
        assertThat(Signature.isGood(parcel(body, "v1,AAAA " + GOOD), SECRET)).isTrue();
    }

    @Test
    void another_body_another_secret_and_no_signature_are_not() {
        assertThat(Signature.isGood(parcel("{\"test\": 2432232315}", GOOD), SECRET))
                .isFalse();
        assertThat(Signature.isGood(parcel("{\"test\": 2432232314}", GOOD), "whsec_AAAA"))
                .isFalse();
        assertThat(Signature.isGood(parcel("{\"test\": 2432232314}", ""), SECRET))
                .isFalse();
    }
}
