package dev.kickoff.model.lab.compare;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** What variants are judged by; less of each is better for somebody. */
public enum Metric {
  /** Minutes with the busiest host above the knee. */
  OVER_KNEE_MINUTES("time above the knee", "min"),
  /** Minutes of hosts in service. */
  HOST_MINUTES("host time", "min"),
  /** Of hosts, and of minutes above the knee, in the currency of the lab file. */
  COST("cost", ""),
  /** Of the busiest host. */
  MAX_CPU("highest processor share", "%"),
  /** The longest 95th percentile. */
  P95_LATENCY_MS("p95 latency", "ms");

  private final String words;
  private final String unit;

  Metric(String words, String unit) {
    this.words = words;
    this.unit = unit;
  }

  /** As it is written in files, such as {@code over_knee_minutes}. */
  public String key() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** As it is called in a sentence. */
  public String words() {
    return words;
  }

  /** Its unit; blank where it has none. */
  public String unit() {
    return unit;
  }

  /** All keys, in order. */
  public static List<String> keys() {
    return Arrays.stream(values()).map(Metric::key).toList();
  }

  /** The metric of a key; empty where none has it. */
  public static Optional<Metric> of(String key) {
    return Arrays.stream(values()).filter(metric -> metric.key().equals(key)).findFirst();
  }
}
