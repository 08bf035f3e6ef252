package dev.kickoff.jobs.config;

import dev.kickoff.connectors.InputException;
import dev.kickoff.connectors.Place;
import dev.kickoff.connectors.Problem;
import dev.kickoff.connectors.ProblemKind;
import dev.kickoff.model.capacity.split.HostPool;
import dev.kickoff.model.capacity.split.Spill;
import dev.kickoff.model.control.GroupSettings;
import dev.kickoff.model.demand.Service;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Fleets that carry a service together, each the part of its demand that its share says.
 *
 * <p>A share is a weight among those of the service's fleets that are given together: a fleet that
 * is given alone carries everything, whatever its share. What one cannot have by its settings (its
 * maximum, the quota configured, the size tested) the others take over, in the order in which they
 * are given. Both are part of the settings: they do not follow what goes on.
 */
public final class SharedFleets {
  private SharedFleets() {}

  /**
   * The fleet files of one controller, in this order.
   *
   * @throws InputException when a file cannot be used, names another service than the first, or a
   *     group that another file names
   */
  public static List<FleetSettings> read(List<Path> files) {
    List<FleetSettings> fleets = new ArrayList<>();
    List<Problem> problems = new ArrayList<>();
    Map<String, Path> groups = new HashMap<>();
    for (Path file : files) {
      try {
        FleetSettings fleet = FleetFile.read(file);
        Path other = groups.putIfAbsent(fleet.group().group(), file);
        if (other != null) {
          String what = "group '%s' is the group of %s too".formatted(fleet.group().group(), other);
          problems.add(problem(file, what, "name each group once"));
        }
        fleets.add(fleet);
      } catch (InputException e) {
        problems.addAll(e.problems());
      }
    }
    otherServices(files, fleets, problems);
    if (!problems.isEmpty()) {
      throw new InputException(problems);
    }
    return of(fleets);
  }

  private static void otherServices(
      List<Path> files, List<FleetSettings> fleets, List<Problem> problems) {
    for (int i = 1; i < fleets.size() && fleets.size() == files.size(); i++) {
      Service first = fleets.get(0).group().service();
      Service own = fleets.get(i).group().service();
      if (!own.equals(first)) {
        String what = "service '%s' is not '%s', the one of %s".formatted(own, first, files.get(0));
        problems.add(problem(files.get(i), what, "start a controller for each service"));
      }
    }
  }

  private static Problem problem(Path file, String what, String remedy) {
    return new Problem(Place.of(file), ProblemKind.BAD_VALUE, what, remedy);
  }

  /** Each fleet carrying its part of the demand of its service, in this order. */
  public static List<FleetSettings> of(List<FleetSettings> fleets) {
    return fleets.stream().map(fleet -> sharing(fleet, fleets)).toList();
  }

  private static FleetSettings sharing(FleetSettings own, List<FleetSettings> fleets) {
    List<FleetSettings> together =
        fleets.stream()
            .filter(fleet -> fleet.group().service().equals(own.group().service()))
            .toList();
    if (together.size() == 1) {
      return own;
    }
    double all = together.stream().mapToDouble(fleet -> fleet.claim().share()).sum();
    List<HostPool> pools = together.stream().map(fleet -> pool(fleet, fleet == own)).toList();
    return own.withGroup(
        own.group()
            .carrying(own.claim().share() / all)
            .spilling(new Spill(own.group().group(), pools)));
  }

  /** A group as a pool; the one in question says what it wants, whatever it can have. */
  private static HostPool pool(FleetSettings fleet, boolean isOwn) {
    GroupSettings group = fleet.group();
    return new HostPool(
        group.group(),
        group.profile().requestsPerMinute(),
        fleet.claim().share(),
        isOwn ? Integer.MAX_VALUE : group.ceiling(Optional.empty()).hosts());
  }
}
