package dev.kickoff.model.audit;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;

/** SHA-256 over named parts, in hex: equal parts give equal fingerprints, on every machine. */
public final class Fingerprint {
  private static final char SEPARATOR = '\u001f';

  private Fingerprint() {}

  /** The fingerprint of the parts in this order, each as its text. */
  public static String of(List<?> parts) {
    try {
      MessageDigest sha = MessageDigest.getInstance("SHA-256");
      for (Object part : parts) {
        sha.update((part.toString() + SEPARATOR).getBytes(StandardCharsets.UTF_8));
      }
      return HexFormat.of().formatHex(sha.digest());
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }
}
