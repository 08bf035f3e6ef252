package dev.kickoff.jobs.api.webhook;

import dev.kickoff.model.control.ControlMode;
import dev.kickoff.model.control.Decision;
import dev.kickoff.model.control.DecisionInputs;
import dev.kickoff.model.control.DecisionKey;
import dev.kickoff.model.control.FloorChange;
import dev.kickoff.model.control.Verdict;
import dev.kickoff.model.override.OperatorOverride;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** What there is to tell of. */
final class Told {
  static final Instant NOON = Instant.parse("2026-06-19T12:00:00Z");

  private Told() {}

  static Decision decision(String group, long sequence, int from, int to) {
    return decision(group, sequence, new FloorChange(from, to, to), List.of());
  }

  /** Holds 8, while a guardrail calls a person or not. */
  static Decision watched(String group, long sequence, boolean calls) {
    Verdict quiet = new Verdict("missing-data", 8, 8, "no demand for 6 minutes");
    Verdict verdict = calls ? quiet.alarming() : quiet;
    return decision(group, sequence, new FloorChange(8, 8, 8), List.of(verdict));
  }

  private static Decision decision(
      String group, long sequence, FloorChange change, List<Verdict> trail) {
    return new Decision(
        new DecisionKey(group, sequence, NOON.plusSeconds(15 * sequence)),
        ControlMode.FORECAST_AND_SCALE,
        change,
        trail,
        "the plan asks for " + change.wanted(),
        new DecisionInputs(
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            1,
            Optional.empty()),
        "digest-" + sequence);
  }

  static OperatorOverride floor(String id, String group, int hosts) {
    return new OperatorOverride(
        id,
        Optional.of(group),
        OperatorOverride.Kind.FLOOR,
        hosts,
        NOON,
        NOON.plus(Duration.ofHours(1)),
        "ann",
        "a second commentary");
  }
}
