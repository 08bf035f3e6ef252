package dev.kickoff.model.control.guardrail.evidence;

import dev.kickoff.model.capacity.PlanBasis;
import dev.kickoff.model.control.ControlMemory;
import dev.kickoff.model.control.Guardrail;
import dev.kickoff.model.control.Situation;
import dev.kickoff.model.control.Verdict;
import dev.kickoff.model.demand.DemandSeries;
import dev.kickoff.model.demand.KnownPast;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * Missing, stale or implausible input may raise the floor but never lowers it.
 *
 * <p>Input is stale when the next minute is later than its expected arrival (its end plus the
 * ingest delay) by min(3 periods, 45 s), so that a loop of 15 seconds knows within 60; implausible
 * when the newest reading is zero, which a broken source says too, unless most of the last weeks
 * fell to zero in this hour; incomplete when under 95 % of the expected sources reported; behind
 * when the plan knows an older calendar than we do.
 */
public final class MissingDataNeverLowers implements Guardrail {
  /** How long a reading takes from its period's end, and a forecast from its issue, to us. */
  public static final Duration INGEST_DELAY = Duration.ofSeconds(20);

  /** How old the near forecast may be; it is renewed every minute. */
  public static final Duration MAX_FORECAST_AGE = Duration.ofMinutes(4);

  private static final Duration PATIENCE = Duration.ofSeconds(45);
  private static final double WHOLE = 0.95;

  @Override
  public String name() {
    return "missing-data";
  }

  @Override
  public Verdict check(int proposed, Situation situation, ControlMemory memory) {
    Optional<String> lack = lack(situation);
    if (lack.isEmpty()) {
      return new Verdict(name(), proposed, proposed, "inputs are fresh and whole");
    }
    Verdict held = hold(proposed, situation, memory, lack.get());
    return isOnItsWay(situation) ? held : held.alarming();
  }

  /** A plan that knows the newest calendar follows within seconds; nobody needs to be called. */
  private static boolean isOnItsWay(Situation situation) {
    return situation.plan().isPresent()
        && evidenceLack(situation, situation.plan().get().basis()).isEmpty();
  }

  /** What is missing, stale or implausible; empty when nothing is. */
  public static Optional<String> lack(Situation situation) {
    if (situation.fleet().isEmpty()) {
      return Optional.of("the group could not be read");
    }
    if (situation.plan().isEmpty()) {
      return Optional.of("there is no plan");
    }
    PlanBasis basis = situation.plan().get().basis();
    return evidenceLack(situation, basis)
        .or(() -> calendarLack(basis, situation.calendar().revision()));
  }

  private static Optional<String> evidenceLack(Situation situation, PlanBasis basis) {
    return situation.fleet().isEmpty()
        ? Optional.of("the group could not be read")
        : forecastLack(basis, situation.now())
            .or(() -> demandLack(situation, situation.recent()))
            .or(() -> completenessLack(situation.completeness()));
  }

  private static Optional<String> forecastLack(PlanBasis basis, Instant now) {
    if (basis.nearIssuedAt().isEmpty()) {
      return Optional.of("there is no near forecast");
    }
    Duration age = Duration.between(basis.nearIssuedAt().get(), now);
    return age.compareTo(MAX_FORECAST_AGE) > 0
        ? Optional.of("the near forecast is " + age.toSeconds() + " s old")
        : Optional.empty();
  }

  private static Optional<String> demandLack(Situation situation, DemandSeries recent) {
    Instant now = situation.now();
    Optional<Instant> last = recent.lastKnown();
    if (last.isEmpty()) {
      return Optional.of("no demand was measured");
    }
    Duration period = recent.step();
    Duration patience = min(period.multipliedBy(3), PATIENCE);
    Instant expected = last.get().plus(period).plus(period).plus(INGEST_DELAY);
    if (now.isAfter(expected.plus(patience))) {
      long late = Duration.between(expected, now).toSeconds();
      return Optional.of("the next demand reading is " + late + " s late");
    }
    return isZero(recent, last.get()) && !isUsual(situation)
        ? Optional.of("demand reads zero, which is no evidence")
        : Optional.empty();
  }

  private static Optional<String> completenessLack(double completeness) {
    return !(completeness >= WHOLE)
        ? Optional.of(
            "only " + Math.round(100 * completeness) + " % of the sources reported the last minute")
        : Optional.empty();
  }

  private static boolean isZero(DemandSeries recent, Instant last) {
    return recent.value(recent.indexOf(last)) == 0;
  }

  private static boolean isUsual(Situation situation) {
    return situation.surroundings().past().filter(KnownPast::usesToBeZero).isPresent();
  }

  private static Optional<String> calendarLack(PlanBasis basis, long revision) {
    return basis.calendarRevision() < revision
        ? Optional.of(
            "the plan knows calendar revision " + basis.calendarRevision() + " of " + revision)
        : Optional.empty();
  }

  private static Duration min(Duration a, Duration b) {
    return a.compareTo(b) <= 0 ? a : b;
  }
}
