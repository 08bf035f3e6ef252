package dev.kickoff.jobs.api.audit;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Optional;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.Headers;

/** How entries are chained: each carries the SHA-256 of its bytes, and of the one before. */
final class AuditChain {
  /** The header that holds an entry's own hash, in hex. */
  static final String HASH = "sha256";

  private AuditChain() {}

  static String hash(byte[] entry) {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(entry));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }

  /** The hash that stands beside an entry; empty when there is none. */
  static Optional<String> stated(Headers headers) {
    Header header = headers.lastHeader(HASH);
    return Optional.ofNullable(header)
        .map(Header::value)
        .map(value -> new String(value, StandardCharsets.US_ASCII));
  }
}
