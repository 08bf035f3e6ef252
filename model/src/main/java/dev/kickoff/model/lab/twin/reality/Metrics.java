package dev.kickoff.model.lab.twin.reality;

import java.time.Instant;
import java.util.Collections;
import java.util.NavigableMap;
import java.util.TreeMap;

/**
 * What was measured on a group: each value is the mean from its time to the next one's.
 *
 * @param cpu the mean of the hosts in service, in percent
 * @param rpm requests per minute on the whole group
 */
public record Metrics(NavigableMap<Instant, Double> cpu, NavigableMap<Instant, Double> rpm) {
  public Metrics {
    cpu = Collections.unmodifiableNavigableMap(new TreeMap<>(cpu));
    rpm = Collections.unmodifiableNavigableMap(new TreeMap<>(rpm));
  }
}
