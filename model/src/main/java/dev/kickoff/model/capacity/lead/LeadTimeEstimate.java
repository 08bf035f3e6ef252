package dev.kickoff.model.capacity.lead;

import dev.kickoff.model.capacity.LeadTime;
import dev.kickoff.model.capacity.lead.SurvivalCurve.Watched;
import dev.kickoff.model.fleet.Launch;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;

/**
 * The lead time of a group, learnt from its launches.
 *
 * <p>A launch counts half as much with each {@link #HALF_LIFE} of age; one that still boots counts
 * as taking at least its age. What was configured stands until {@link #LEAST} launches were watched
 * into service. A zone or a type with fewer has what the whole group has. Where so many still boot
 * that a quantile is not known, it is at least the longest time seen and at least what was
 * configured.
 *
 * @param group all launches together
 * @param byZone by availability zone, those that launches named
 * @param byType by instance type, those that launches named
 * @param refusedShare weighted share of launches that were refused, 0..1; 0 without any launch
 */
public record LeadTimeEstimate(
    LeadTimeQuantiles group,
    Map<String, LeadTimeQuantiles> byZone,
    Map<String, LeadTimeQuantiles> byType,
    double refusedShare) {
  /**
   * How many launches must have come into service before they count for more than configuration.
   */
  public static final int LEAST = 20;

  /** After how long a launch counts half. */
  public static final Duration HALF_LIFE = Duration.ofDays(7);

  public LeadTimeEstimate {
    byZone = Collections.unmodifiableSortedMap(new TreeMap<>(byZone));
    byType = Collections.unmodifiableSortedMap(new TreeMap<>(byType));
  }

  /**
   * What {@code launches} show.
   *
   * @param now later ones are left out, and those not in service by then still boot
   * @param configured what stands until enough is known
   */
  public static LeadTimeEstimate of(List<Launch> launches, Instant now, LeadTime configured) {
    List<Launch> past = launches.stream().filter(l -> !l.askedAt().isAfter(now)).toList();
    LeadTimeQuantiles none = LeadTimeQuantiles.configured(configured);
    LeadTimeQuantiles group = measured(past, now, configured).orElse(none);
    return new LeadTimeEstimate(
        group,
        parts(past, Launch::zone, part -> measured(part, now, configured).orElse(group)),
        parts(past, Launch::type, part -> measured(part, now, configured).orElse(group)),
        refused(past, now));
  }

  private static Map<String, LeadTimeQuantiles> parts(
      List<Launch> launches,
      Function<Launch, Optional<String>> key,
      Function<List<Launch>, LeadTimeQuantiles> estimate) {
    Map<String, List<Launch>> parts = new TreeMap<>();
    for (Launch launch : launches) {
      key.apply(launch)
          .ifPresent(name -> parts.computeIfAbsent(name, n -> new ArrayList<>()).add(launch));
    }
    Map<String, LeadTimeQuantiles> estimates = new TreeMap<>();
    parts.forEach((name, part) -> estimates.put(name, estimate.apply(part)));
    return estimates;
  }

  private static Optional<LeadTimeQuantiles> measured(
      List<Launch> launches, Instant now, LeadTime configured) {
    SurvivalCurve curve =
        new SurvivalCurve(
            launches.stream()
                .filter(launch -> launch.refusal().isEmpty())
                .map(launch -> watched(launch, now))
                .toList());
    if (curve.served() < LEAST) {
      return Optional.empty();
    }
    Duration p50 = curve.quantile(0.5).orElseGet(() -> longer(curve.longest(), configured.p50()));
    Duration p95 =
        longer(
            p50, curve.quantile(0.95).orElseGet(() -> longer(curve.longest(), configured.p95())));
    Duration p99 = longer(p95, curve.quantile(0.99).orElseGet(curve::longest));
    return Optional.of(new LeadTimeQuantiles(p50, p95, p99, curve.served()));
  }

  private static Watched watched(Launch launch, Instant now) {
    Optional<Instant> served = launch.inServiceAt().filter(at -> !at.isAfter(now));
    Duration time = Duration.between(launch.askedAt(), served.orElse(now));
    return new Watched(time, served.isPresent(), weight(launch, now));
  }

  private static double refused(List<Launch> launches, Instant now) {
    double all = launches.stream().mapToDouble(launch -> weight(launch, now)).sum();
    double refused =
        launches.stream()
            .filter(launch -> launch.refusal().isPresent())
            .mapToDouble(launch -> weight(launch, now))
            .sum();
    return all == 0 ? 0 : Math.min(1, refused / all);
  }

  private static double weight(Launch launch, Instant now) {
    double age = Duration.between(launch.askedAt(), now).toMillis();
    return Math.pow(0.5, age / HALF_LIFE.toMillis());
  }

  private static Duration longer(Duration a, Duration b) {
    return a.compareTo(b) >= 0 ? a : b;
  }
}
