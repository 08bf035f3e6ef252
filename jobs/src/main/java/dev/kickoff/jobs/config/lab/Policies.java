package dev.kickoff.jobs.config.lab;

import dev.kickoff.jobs.config.lab.LabSettings.NamedPolicy;
import dev.kickoff.jobs.config.yaml.YamlSection;
import dev.kickoff.model.lab.HostCurve;
import dev.kickoff.model.lab.LoadCurve;
import dev.kickoff.model.lab.sim.rule.ScalingRule;
import dev.kickoff.model.lab.tune.Cell;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * All policies of a lab file: those to simulate, and the one to tune, whose alarm says the phase.
 */
final class Policies {
  private final List<NamedPolicy> named = new ArrayList<>();
  private Optional<Function<Cell, ScalingRule>> family = Optional.empty();
  private Duration phase = Duration.ZERO;

  Policies(YamlSection root, LoadCurve load, HostCurve host) {
    if (root.has("policies")) {
      for (YamlSection section : root.sections("policies")) {
        PolicySection policy = new PolicySection(section, load, host);
        named.addAll(policy.read());
        phase = policy.phase().isZero() ? phase : policy.phase();
      }
    }
    Optional<YamlSection> tuned = root.section("policy", "{kind: simple}");
    if (tuned.isPresent()) {
      PolicySection policy = new PolicySection(tuned.get(), load, host);
      family = Optional.of(policy.family());
      phase = policy.phase();
    }
  }

  List<NamedPolicy> named() {
    return named;
  }

  Optional<Function<Cell, ScalingRule>> family() {
    return family;
  }

  Duration phase() {
    return phase;
  }
}
