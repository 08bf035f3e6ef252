package dev.kickoff.model.forecast;

import dev.kickoff.model.demand.KnownPast;
import java.util.List;
import java.util.Optional;

/**
 * Which method made a forecast, and why that one.
 *
 * @param method its name, such as {@code selection} or {@code seasonal-naive-day}
 * @param reason one sentence for an operator
 * @param passedOver the methods that were tried first, each with what it lacked; empty when the
 *     first choice was used
 * @param basis what the forecast rests on; empty for methods that neither choose nor know events
 * @param past how much was known; only far forecasts tell
 */
public record MethodNote(
    String method,
    String reason,
    List<String> passedOver,
    Optional<ForecastBasis> basis,
    Optional<KnownPast> past) {
  public MethodNote {
    passedOver = List.copyOf(passedOver);
  }

  /** A note without a basis. */
  public MethodNote(String method, String reason, List<String> passedOver) {
    this(method, reason, passedOver, Optional.empty(), Optional.empty());
  }

  /** This note with a further reason. */
  public MethodNote adding(String further) {
    return new MethodNote(method, reason + "; " + further, passedOver, basis, past);
  }

  /** This note with what the forecast rests on. */
  public MethodNote with(Optional<ForecastBasis> found) {
    return new MethodNote(method, reason, passedOver, found, past);
  }

  /** This note with how much was known. */
  public MethodNote knowing(Optional<KnownPast> known) {
    return new MethodNote(method, reason, passedOver, basis, known);
  }
}
