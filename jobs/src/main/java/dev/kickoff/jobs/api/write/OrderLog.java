package dev.kickoff.jobs.api.write;

import dev.kickoff.model.calendar.Event;
import dev.kickoff.model.override.OperatorOverride;
import dev.kickoff.model.review.Review;
import java.util.List;

/**
 * Where what people change is written down; it counts from then on.
 *
 * <p>Each method returns when the record stands and is shown, and throws {@link
 * dev.kickoff.jobs.api.http.Refusal} with 503 when it is not known to stand.
 */
public interface OrderLog {

  /**
   * Writes an order, or a newer version of one.
   *
   * @param by who asked for this version
   */
  void write(OperatorOverride order, String by);

  /** Forgets an order that ended long ago; the audit trail does not. */
  void forget(OperatorOverride order);

  /** Writes what waits for a person, or was answered. */
  void write(Review review, String by);

  /** Forgets a review that was answered long ago. */
  void forget(Review review);

  /**
   * Writes versions of events, in order.
   *
   * @param origin which part of the API they came through
   */
  void write(List<Event> versions, String origin);
}
