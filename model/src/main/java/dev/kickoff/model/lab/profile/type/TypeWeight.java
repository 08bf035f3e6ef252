package dev.kickoff.model.lab.profile.type;

import dev.kickoff.model.lab.profile.Estimate;
import dev.kickoff.model.lab.profile.LoadTestException;
import dev.kickoff.model.lab.profile.MeasuredHost;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * How much more a host of one instance type carries than one of the smallest.
 *
 * @param type its name
 * @param rpm requests per minute that it may be given
 * @param weight 1 for the smallest; its interval is that of the quotient, both ends at their worst
 */
public record TypeWeight(String type, Estimate rpm, Estimate weight) {
  /**
   * The weights of several types, in the order given.
   *
   * @param hosts the profile of each; at least one
   * @throws LoadTestException where one has no throughput, or they were chosen by different rules
   */
  public static List<TypeWeight> of(Map<String, MeasuredHost> hosts) {
    hosts.forEach(
        (type, host) -> {
          if (host.throughput().rpm().isEmpty()) {
            throw new LoadTestException(
                "%s cannot be weighed: %s".formatted(type, host.whyNoKnee().orElse("no knee")));
          }
        });
    long rules = hosts.values().stream().map(host -> host.throughput().rule()).distinct().count();
    if (rules > 1) {
      throw new LoadTestException(
          "the types cannot be compared, because not each of them shows a knee;"
              + " test all beyond it, or give one with --knee-cpu");
    }
    Estimate smallest =
        hosts.values().stream()
            .map(TypeWeight::rpm)
            .min((a, b) -> Double.compare(a.value(), b.value()))
            .orElseThrow();
    List<TypeWeight> weights = new ArrayList<>();
    hosts.forEach(
        (type, host) -> weights.add(new TypeWeight(type, rpm(host), over(host, smallest))));
    return weights;
  }

  private static Estimate rpm(MeasuredHost host) {
    return host.throughput().rpm().orElseThrow();
  }

  private static Estimate over(MeasuredHost host, Estimate smallest) {
    Estimate own = rpm(host);
    if (own.equals(smallest)) {
      return Estimate.around(1, 0);
    }
    double lowest = Math.max(1, smallest.low());
    return new Estimate(
        own.value() / smallest.value(),
        Math.min(own.low() / smallest.high(), own.value() / smallest.value()),
        Math.max(own.high() / lowest, own.value() / smallest.value()));
  }
}
