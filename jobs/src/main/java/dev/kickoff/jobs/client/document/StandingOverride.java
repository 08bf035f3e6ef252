package dev.kickoff.jobs.client.document;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * An override as it stands.
 *
 * @param id names it when it is ended or undone
 * @param what its kind, and for whom
 * @param term from when to when it holds, in engine time
 * @param author who gave it, as the token said
 * @param state {@code pending}, {@code in-force} or {@code ended}
 * @param undoableUntil until when it can be undone, in wall time; empty when it cannot
 * @param json the answer, whole
 */
public record StandingOverride(
    String id,
    What what,
    Term term,
    String author,
    String reason,
    String state,
    Optional<Instant> undoableUntil,
    JsonNode json)
    implements Document {

  /**
   * What is ordered.
   *
   * @param kind as the contract writes it, such as {@code freeze-in}
   * @param group empty for every group
   * @param hosts empty where the kind has none
   */
  public record What(String kind, Optional<String> group, Optional<Integer> hosts) {
    /** In a few words, such as {@code pin of 40 hosts on web-asg}. */
    public String inWords() {
      return kind
          + hosts.map(count -> " of " + count + " hosts").orElse("")
          + " on "
          + group.orElse("every group");
    }
  }

  /**
   * When it holds.
   *
   * @param endsIn what is left of it; empty when it has ended
   * @param warning that it ends soon; empty before that
   */
  public record Term(
      Instant from, Instant until, Optional<Duration> endsIn, Optional<String> warning) {}

  /** Reads one. */
  public static StandingOverride of(JsonNode json) {
    Fields fields = new Fields(json);
    return new StandingOverride(
        fields.required("id"),
        new What(fields.required("kind"), fields.text("group"), fields.whole("hosts")),
        new Term(
            fields.requiredInstant("from"),
            fields.requiredInstant("until"),
            fields.seconds("endsInSeconds"),
            fields.text("warning")),
        fields.required("author"),
        fields.required("reason"),
        fields.required("state"),
        fields.instant("undoableUntil"),
        json);
  }
}
