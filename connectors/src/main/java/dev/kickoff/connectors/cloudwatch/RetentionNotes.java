package dev.kickoff.connectors.cloudwatch;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** What CloudWatch keeps of a stretch less finely than it is asked for, or not at all, in words. */
public final class RetentionNotes {
  private RetentionNotes() {}

  /**
   * A note for each part that comes coarser than asked, and for what comes no more; none where all
   * of it is kept as finely as wanted.
   *
   * @param until exclusive
   * @param now from when the age of data counts
   */
  public static List<String> of(MetricQuery query, Instant from, Instant until, Instant now) {
    List<Retention.Part> parts = Retention.parts(from, until, query.period(), now);
    List<String> notes = new ArrayList<>();
    Instant kept = parts.isEmpty() ? until : parts.get(0).from();
    if (kept.isAfter(from)) {
      notes.add(
          "%s to %s is kept no longer: CloudWatch forgets after 455 days".formatted(from, kept));
    }
    for (Retention.Part part : parts) {
      if (part.step().compareTo(query.period()) > 0) {
        notes.add(
            "%s to %s comes in steps of %s, not of %s: CloudWatch keeps steps under a minute for 3"
                    .formatted(part.from(), part.until(), text(part.step()), text(query.period()))
                + " hours, of one for 15 days, of five for 63 days");
      }
    }
    return notes;
  }

  private static String text(Duration step) {
    long seconds = step.toSeconds();
    return seconds % 60 == 0 ? seconds / 60 + " min" : seconds + " s";
  }
}
