package dev.kickoff.jobs.config.lab.variant;

import dev.kickoff.jobs.config.yaml.NumberRange;
import dev.kickoff.jobs.config.yaml.YamlSection;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.Set;

/**
 * A resource of a template or plan.
 *
 * @param id by which the file calls it
 * @param group the Auto Scaling group as the file refers to it; blank where it is not said
 * @param rings ids of the policies that an alarm starts
 */
record AwsResource(
    String id, YamlSection properties, Spelling spelling, String group, Set<String> rings) {
  /** How the file writes the keys of AWS. */
  enum Spelling {
    /** CloudFormation: ScalingAdjustment. */
    CAMEL,
    /** Terraform: scaling_adjustment. */
    SNAKE;

    String of(String camel) {
      return this == CAMEL
          ? camel
          : camel.replaceAll("(?<=[a-z])(?=[A-Z])", "_").toLowerCase(Locale.ROOT);
    }
  }

  AwsResource {
    rings = Set.copyOf(rings);
  }

  String key(String camel) {
    return spelling.of(camel);
  }

  boolean has(String camel) {
    return properties.has(key(camel));
  }

  Optional<String> text(String camel) {
    return properties.text(key(camel));
  }

  OptionalDouble number(String camel, NumberRange range) {
    return range.number(properties, key(camel));
  }

  OptionalInt integer(String camel, NumberRange range) {
    return range.integer(properties, key(camel));
  }

  /** Says that a key cannot be simulated, where it is there. */
  void refuseWherePresent(String camel, String remedy) {
    if (has(camel)) {
      properties.refuse(key(camel), " is not simulated", remedy);
    }
  }

  /** The value must be this one where it is given. */
  void expect(String camel, String only) {
    Optional<String> text = text(camel);
    if (text.isPresent() && !text.get().equals(only)) {
      properties.refuse(
          key(camel),
          " '%s' is not simulated".formatted(text.get()),
          "write %s; the lab's metric is the group's mean processor share".formatted(only));
    }
  }

  /** Names keys that say nothing to the lab; whatever else is unknown is refused. */
  void ignore(String... camels) {
    for (String camel : camels) {
      has(camel);
    }
    if (spelling == Spelling.CAMEL) {
      properties.refuseUnknownKeys();
    }
  }
}
