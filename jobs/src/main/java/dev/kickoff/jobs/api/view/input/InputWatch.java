package dev.kickoff.jobs.api.view.input;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/** Counts what was put aside, by the topic it was read from, and knows whom to ask. Thread-safe. */
public final class InputWatch {
  private static final String LATE = "too late";

  private final Map<String, Rejected> rejected = new HashMap<>();
  private volatile Supplier<Optional<String>> calendar = Optional::empty;

  /**
   * Records that were put aside, since the topic of dead letters begins.
   *
   * @param late those that came after their minute was settled for good
   * @param malformed all others
   * @param lastReason of the newest, in one line
   */
  public record Rejected(long late, long malformed, String lastReason) {}

  /** Notes a record that was put aside. */
  public synchronized void reject(String topic, String reason) {
    long late = reason.startsWith(LATE) ? 1 : 0;
    rejected.merge(
        topic,
        new Rejected(late, 1 - late, reason),
        (a, b) -> new Rejected(a.late + b.late, a.malformed + b.malformed, b.lastReason));
  }

  /** What was put aside of a topic; empty when nothing was. */
  public synchronized Optional<Rejected> rejected(String topic) {
    return Optional.ofNullable(rejected.get(topic));
  }

  /** From now on asks why the calendar cannot be read. */
  public void watchCalendar(Supplier<Optional<String>> problem) {
    calendar = problem;
  }

  /** Why the calendar cannot be read; empty while it can. */
  public Optional<String> calendarProblem() {
    return calendar.get();
  }
}
