package org.regulus.notification.partner.edge;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class WebhookSignatureTest {

    private static final String SECRET = "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw";
    private static final Instant AT = Instant.ofEpochSecond(1_614_265_330);
    private static final String ID = "msg_p5jXN8AQM9LWM0D4loKWxJek";

    /** The vector with which the public implementations of Standard Webhooks are tested. */
    @Test
    void the_signature_is_the_published_one() {
        assertThat(WebhookSignature.of(ID, AT, "{\"test\": 2432232314}", List.of(SECRET)))
                .isEqualTo("v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=");
    }

    @Test
    void while_a_secret_is_changed_both_sign() {
        String other = WebhookSignature.secret(new byte[24]);
        assertThat(WebhookSignature.of(ID, AT, "{}", List.of(other, SECRET)).split(" "))
                .containsExactly(
                        WebhookSignature.of(ID, AT, "{}", List.of(other)),
                        WebhookSignature.of(ID, AT, "{}", List.of(SECRET)));
    }
}
