package dev.kickoff.jobs.config.api;

import dev.kickoff.jobs.api.security.access.AccessSettings.Limits;
import dev.kickoff.jobs.api.security.limit.Allowance;
import dev.kickoff.jobs.config.yaml.NumberRange;
import dev.kickoff.jobs.config.yaml.YamlSection;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;

/**
 * The key {@code limits: {address, reads, writes, failures}}, each {@code {burst, perSecond}}: how
 * often one network address may ask at all, how often one caller may read and write, and how many
 * tokens of one address may prove nothing (default: {@link Limits#STANDARD}).
 */
final class LimitSection {
  private static final NumberRange BURST =
      new NumberRange(1, 1_000_000, "a whole number from 1 to 1000000");
  private static final String EXAMPLE = "{burst: 60, perSecond: 10}";

  private LimitSection() {}

  static Limits read(YamlSection root) {
    Optional<YamlSection> found = root.section("limits", "{writes: " + EXAMPLE + "}");
    if (found.isEmpty()) {
      return Limits.STANDARD;
    }
    YamlSection limits = found.get();
    Limits usual = Limits.STANDARD;
    Limits read =
        new Limits(
            allowance(limits, "address", usual.address()),
            allowance(limits, "reads", usual.reads()),
            allowance(limits, "writes", usual.writes()),
            allowance(limits, "failures", usual.failures()));
    limits.refuseUnknownKeys();
    return read;
  }

  private static Allowance allowance(YamlSection limits, String key, Allowance usual) {
    return limits.section(key, EXAMPLE).map(each -> allowance(each, usual)).orElse(usual);
  }

  private static Allowance allowance(YamlSection section, Allowance usual) {
    OptionalInt burst = BURST.integer(section, "burst");
    OptionalDouble lasting = NumberRange.POSITIVE.number(section, "perSecond");
    section.refuseUnknownKeys();
    return new Allowance(burst.orElse(usual.burst()), lasting.orElse(usual.perSecond()));
  }
}
