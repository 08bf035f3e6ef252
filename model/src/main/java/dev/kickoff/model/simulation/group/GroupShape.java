package dev.kickoff.model.simulation.group;

import java.time.Duration;
import java.util.List;

/**
 * What a simulated group is made of, as opposed to how large it is.
 *
 * @param group its name, not blank
 * @param boot from asked-for to in service, not negative, the same for every host
 * @param zones the availability zones its hosts are dealt to in turn, at least one
 */
public record GroupShape(String group, Duration boot, List<String> zones) {
  public GroupShape {
    zones = List.copyOf(zones);
    if (group.isBlank() || boot.isNegative() || zones.isEmpty()) {
      throw new IllegalArgumentException(
          "a group needs a name, a boot of zero or longer and a zone: '"
              + group
              + "', "
              + boot
              + ", "
              + zones);
    }
  }

  /** The zone of the host at a position, counted from zero. */
  String zoneOf(int position) {
    return zones.get(position % zones.size());
  }
}
