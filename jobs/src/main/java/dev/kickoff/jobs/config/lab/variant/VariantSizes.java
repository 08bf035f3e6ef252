package dev.kickoff.jobs.config.lab.variant;

import dev.kickoff.jobs.config.yaml.NumberRange;
import dev.kickoff.jobs.config.yaml.YamlSection;
import dev.kickoff.model.lab.sim.LabGroup;
import java.util.OptionalInt;

/** Reads the sizes of a group under whatever names a file has for them. */
final class VariantSizes {
  private static final NumberRange HOSTS =
      new NumberRange(1, LabGroup.MOST, "a whole number from 1 to " + LabGroup.MOST);

  private VariantSizes() {}

  static GroupSizes read(YamlSection group, String initial, String min, String max) {
    GroupSizes sizes =
        new GroupSizes(
            HOSTS.integer(group, initial), HOSTS.integer(group, min), HOSTS.integer(group, max));
    OptionalInt least = sizes.min();
    OptionalInt most = sizes.max();
    if (least.isPresent() && most.isPresent() && least.getAsInt() > most.getAsInt()) {
      group.refuse(min, " is more than " + max, "write at most " + most.getAsInt());
      return GroupSizes.NONE;
    }
    return sizes;
  }
}
