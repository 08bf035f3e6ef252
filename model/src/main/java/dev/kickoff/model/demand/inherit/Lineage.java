package dev.kickoff.model.demand.inherit;

import dev.kickoff.model.demand.DemandSeries;
import dev.kickoff.model.demand.Service;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Which service inherits from which: declared by operators when one is renamed or replaced.
 *
 * <p>One hop only: an ancestor is never an heir itself, so there are no cycles either.
 *
 * @param ancestors the ancestor's name by the heir's
 */
public record Lineage(Map<String, String> ancestors) implements Serializable {
  private static final Lineage NONE = new Lineage(Map.of());

  /**
   * @throws IllegalArgumentException when a service inherits from itself or from an heir; the
   *     message says what to declare instead
   */
  public Lineage {
    ancestors = Collections.unmodifiableMap(new TreeMap<>(ancestors));
    for (Map.Entry<String, String> each : ancestors.entrySet()) {
      check(each.getKey(), each.getValue(), ancestors);
    }
  }

  /** Nobody inherits. */
  public static Lineage none() {
    return NONE;
  }

  /**
   * Reads declarations.
   *
   * @param declarations each {@code NEW=OLD}
   * @throws IllegalArgumentException when one cannot be used; the message names it and the remedy
   */
  public static Lineage of(Collection<String> declarations) {
    Map<String, String> ancestors = new TreeMap<>();
    for (String declaration : declarations) {
      String[] sides = declaration.split("=", -1);
      if (sides.length != 2) {
        throw new IllegalArgumentException(
            "--inherit " + declaration + " is not NEW=OLD, such as web-v2=web");
      }
      String heir = new Service(sides[0].strip()).name();
      String ancestor = new Service(sides[1].strip()).name();
      String other = ancestors.put(heir, ancestor);
      if (other != null && !other.equals(ancestor)) {
        throw new IllegalArgumentException(
            "--inherit gives %s two ancestors, %s and %s; keep the one whose demand it took over"
                .formatted(heir, other, ancestor));
      }
    }
    return ancestors.isEmpty() ? NONE : new Lineage(ancestors);
  }

  private static void check(String heir, String ancestor, Map<String, String> ancestors) {
    if (heir.equals(ancestor)) {
      throw new IllegalArgumentException(
          "--inherit %s=%s: a service has its own history anyway; name another one or leave it out"
              .formatted(heir, ancestor));
    }
    String further = ancestors.get(ancestor);
    if (further != null && further.equals(heir)) {
      throw new IllegalArgumentException(
          "--inherit %s=%s and %s=%s go in a circle; keep the one whose first is the newer service"
              .formatted(heir, ancestor, ancestor, heir));
    }
    if (further != null) {
      throw new IllegalArgumentException(
          "--inherit %s=%s: %s is an heir itself, of %s; name the one with the longer history: %s"
                  .formatted(
                      heir, ancestor, ancestor, further, heir + "=" + further + " or leave out")
              + " "
              + ancestor
              + "="
              + further);
    }
  }

  public boolean isEmpty() {
    return ancestors.isEmpty();
  }

  /** Whose history a service goes on with; empty for one that does not inherit. */
  public Optional<Service> ancestorOf(Service heir) {
    return Optional.ofNullable(ancestors.get(heir.name())).map(Service::new);
  }

  /**
   * What a service inherits, in its own steps; empty for one that does not inherit.
   *
   * @param all the demand of every service, in one unit
   * @param sum whether the values of finer steps add up (counts) or average (rates)
   * @throws IllegalArgumentException when the ancestor's steps do not fit into the heir's
   */
  public Optional<Inheritance> inheritance(
      Service heir, Map<Service, DemandSeries> all, boolean sum) {
    return ancestorOf(heir)
        .map(ancestor -> new Inheritance(ancestor, inSteps(heir, ancestor, all, sum)));
  }

  private static DemandSeries inSteps(
      Service heir, Service ancestor, Map<Service, DemandSeries> all, boolean sum) {
    DemandSeries demand = all.get(ancestor);
    DemandSeries own = all.get(heir);
    if (demand == null || own == null) {
      throw new IllegalArgumentException(
          "--inherit %s=%s: no demand of %s; there is some of %s"
              .formatted(heir, ancestor, demand == null ? ancestor : heir, all.keySet()));
    }
    if (own.step().toMillis() % demand.step().toMillis() != 0) {
      throw new IllegalArgumentException(
          "--inherit %s=%s: the steps of %s, %s, do not fit into those of %s, %s; record both alike"
              .formatted(heir, ancestor, ancestor, demand.step(), heir, own.step()));
    }
    return demand.resample(own.step(), sum);
  }

  /** Who goes on with the history of a service, by name. */
  public List<String> heirsOf(String ancestor) {
    List<String> heirs = new ArrayList<>();
    ancestors.forEach(
        (heir, of) -> {
          if (of.equals(ancestor)) {
            heirs.add(heir);
          }
        });
    return heirs;
  }
}
