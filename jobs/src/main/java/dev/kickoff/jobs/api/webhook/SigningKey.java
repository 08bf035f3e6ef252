package dev.kickoff.jobs.api.webhook;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Base64;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * A secret that a webhook's deliveries are signed with; it shows itself to nobody.
 *
 * <p>Source: Standard Webhooks 1.0.0, https://www.standardwebhooks.com.
 */
public final class SigningKey {
  private static final String PREFIX = "whsec_";
  private static final String ALGORITHM = "HmacSHA256";
  private static final int LEAST_BYTES = 24;
  private static final int MOST_BYTES = 64;

  private final SecretKeySpec key;

  private SigningKey(byte[] secret) {
    this.key = new SecretKeySpec(secret, ALGORITHM);
  }

  /**
   * A key of its text.
   *
   * @param text {@code whsec_} and 24 to 64 bytes in Base64
   * @throws IllegalArgumentException for any other text, which the message does not repeat
   */
  public static SigningKey of(String text) {
    try {
      byte[] secret = Base64.getDecoder().decode(text.startsWith(PREFIX) ? text.substring(6) : "");
      if (secret.length >= LEAST_BYTES && secret.length <= MOST_BYTES) {
        return new SigningKey(secret);
      }
    } catch (IllegalArgumentException e) {
      // no Base64: told below, without the text
    }
    throw new IllegalArgumentException(
        "is not whsec_ and %d to %d bytes in Base64".formatted(LEAST_BYTES, MOST_BYTES));
  }

  /**
   * The signature of one attempt, as {@code webhook-signature} has it.
   *
   * @param id without a full stop
   * @param timestamp of the attempt, in seconds since 1970
   */
  String sign(String id, long timestamp, byte[] body) {
    try {
      Mac mac = Mac.getInstance(ALGORITHM);
      mac.init(key);
      mac.update((id + "." + timestamp + ".").getBytes(StandardCharsets.UTF_8));
      return "v1," + Base64.getEncoder().encodeToString(mac.doFinal(body));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(ALGORITHM + " is not to be had", e);
    }
  }

  @Override
  public String toString() {
    return "a secret";
  }
}
