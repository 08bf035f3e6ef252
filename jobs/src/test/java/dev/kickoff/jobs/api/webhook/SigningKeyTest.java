package dev.kickoff.jobs.api.webhook;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SigningKeyTest {
  @Test
  void signsAsTheTestVectorOfStandardWebhooks() {
    SigningKey key = SigningKey.of(Receiver.SECRET);
    byte[] body = "{\"test\": 2432232314}".getBytes(UTF_8);
    assertThat(key.sign("msg_p5jXN8AQM9LWM0D4loKWxJek", 1_614_265_330, body))
        .isEqualTo("v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=");
    assertThat(key).hasToString("a secret");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", "whsec_", "whsec_c2hvcnQ=", "whsec_%%%", "password-password-password"})
  void refusesWhatIsNoSecretWithoutRepeatingIt(String text) {
    assertThatThrownBy(() -> SigningKey.of(text))
        .hasMessage("is not whsec_ and 24 to 64 bytes in Base64");
  }
}
