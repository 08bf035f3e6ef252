package dev.kickoff.model.control.guardrail.evidence;

import dev.kickoff.model.control.ControlMemory;
import dev.kickoff.model.control.Guardrail;
import dev.kickoff.model.control.Situation;
import dev.kickoff.model.control.Verdict;
import dev.kickoff.model.control.surroundings.ServiceHealth;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * Low load alone never lowers the floor: the service must also answer well, and the hosts that its
 * demand needs must be in service.
 *
 * <p>Waiting servers use little CPU and take fewer requests: an incident can look like calm. It
 * answers badly when more than {@value #ERRORS} of requests fail or latency is more than {@value
 * #LATENCY} times as usual; signals that were once measured and have stopped count as bad, and so
 * does what is no number.
 */
public final class HealthySignals implements Guardrail {
  private static final double ERRORS = 0.02;
  private static final double LATENCY = 1.5;
  private static final Duration FRESH = Duration.ofMinutes(4);

  @Override
  public String name() {
    return "healthy-signals";
  }

  @Override
  public Verdict check(int proposed, Situation situation, ControlMemory memory) {
    Optional<ServiceHealth> health = situation.surroundings().health();
    Optional<String> illness = health.flatMap(h -> illness(h, situation));
    if (illness.isPresent()) {
      return hold(proposed, situation, memory, illness.get()).alarming();
    }
    OptionalInt needed = Measured.hostsNeeded(situation);
    Optional<Integer> serving = situation.fleet().map(fleet -> fleet.inService());
    if (needed.isPresent() && serving.isPresent() && serving.get() < needed.getAsInt()) {
      return hold(
          proposed,
          situation,
          memory,
          "%d hosts serve a demand that needs %d".formatted(serving.get(), needed.getAsInt()));
    }
    return pass(
        proposed, health.isPresent() ? "the service answers well" : "no second signal is measured");
  }

  private static Optional<String> illness(ServiceHealth health, Situation situation) {
    Duration age = Duration.between(health.until(), situation.now());
    if (age.compareTo(FRESH) > 0) {
      return Optional.of("latency and errors were last measured " + age.toSeconds() + " s ago");
    }
    if (!(health.errorShare().orElse(0) <= ERRORS)) {
      return Optional.of(
          String.format(
              Locale.ROOT, "%.1f %% of requests fail", 100 * health.errorShare().getAsDouble()));
    }
    return !(health.latencyRatio().orElse(1) <= LATENCY)
        ? Optional.of(
            String.format(
                Locale.ROOT, "latency is %.1f times as usual", health.latencyRatio().getAsDouble()))
        : Optional.empty();
  }
}
