package dev.kickoff.model.lab.shape.text;

import java.time.Instant;
import java.util.Optional;

/**
 * A span of recorded demand that a load's text asks for.
 *
 * @param file where the demand is recorded
 * @param service empty for the only one of the file
 * @param until after {@code from}
 */
public record TraceSpan(String file, Optional<String> service, Instant from, Instant until) {
  public TraceSpan {
    if (!until.isAfter(from)) {
      throw new IllegalArgumentException("a span from " + from + " to " + until + " is empty");
    }
  }
}
