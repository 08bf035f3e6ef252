package dev.kickoff.jobs.api.webhook;

import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * A receiver outside, and what it is told.
 *
 * @param name of its own; it names the consumer group that remembers how far it was told
 * @param url https, or http of the loopback
 * @param keys at least one; deliveries carry a signature of each, so that a secret can be replaced
 * @param groups those it is told of; empty for all
 */
public record WebhookSettings(
    String name,
    URI url,
    List<SigningKey> keys,
    Set<Subject> subjects,
    Set<String> groups,
    Retries retries) {
  private static final Set<String> LOOPBACK = Set.of("127.0.0.1", "localhost", "[::1]");

  /**
   * Copies the lists.
   *
   * @throws IllegalArgumentException when it cannot be signed, or would be sent in the clear
   */
  public WebhookSettings {
    if (keys.isEmpty()) {
      throw new IllegalArgumentException("webhook " + name + " has no secret");
    }
    if (!isAllowed(url)) {
      throw new IllegalArgumentException("webhook " + name + " is neither https nor the loopback");
    }
    keys = List.copyOf(keys);
    subjects = Set.copyOf(subjects);
    groups = Set.copyOf(groups);
  }

  /** Whether messages may be sent there: over https, or without leaving this machine. */
  public static boolean isAllowed(URI url) {
    boolean own = LOOPBACK.contains(String.valueOf(url.getHost()));
    return url.getHost() != null
        && url.getRawUserInfo() == null
        && ("https".equals(url.getScheme()) || "http".equals(url.getScheme()) && own);
  }

  /** What a receiver may be told of. */
  public enum Subject {
    /** Decisions that raise or lower a floor, also where none may act on them. */
    DECISIONS,
    /** Guardrails that begin to call a person, or no longer do. */
    ALARMS,
    /** Every version of an order of a person. */
    ORDERS
  }

  /**
   * How a delivery that failed is tried again, in wall time: after {@code first}, then after twice
   * as long each time.
   *
   * @param most the longest pause, unless the receiver asks for a longer one
   * @param giveUpAfter the first attempt it is put aside, so that newer ones get their turn
   */
  public record Retries(Duration first, Duration most, Duration giveUpAfter) {
    /** From a second to a minute, for a quarter of an hour. */
    public static final Retries STANDARD =
        new Retries(Duration.ofSeconds(1), Duration.ofMinutes(1), Duration.ofMinutes(15));
  }

  /** Whether it is told of what concerns a group; what concerns all groups has none. */
  boolean tells(Optional<String> group) {
    return groups.isEmpty() || group.map(groups::contains).orElse(true);
  }
}
