package dev.kickoff.model.lab.twin.fit;

import java.util.Optional;
import java.util.OptionalDouble;

/**
 * What the data say about one setting of a group.
 *
 * @param planned what the lab file says; empty where it says nothing
 * @param found what the data say; empty where they cannot tell
 * @param why how that was found, or why it cannot be told
 */
public record Estimate(
    Quantity quantity, OptionalDouble planned, Optional<Found> found, String why) {
  /** What is estimated. */
  public enum Quantity {
    DETECTION_DELAY("detection delay", "min"),
    ALARM_PERIOD("alarm period", "min"),
    EVALUATION_PERIODS("evaluation periods", ""),
    PHASE("alarm phase", "min"),
    COOLDOWN("cooldown", "min"),
    BOOT_MEDIAN("boot, median", "min"),
    BOOT_SPREAD("boot, p95 over median", ""),
    IDLE_CPU("idle CPU", "%"),
    CPU_PER_KRPM("CPU per 1,000 rpm and host", "%");

    private final String words;
    private final String unit;

    Quantity(String words, String unit) {
      this.words = words;
      this.unit = unit;
    }

    /** Its name for a table. */
    public String words() {
      return words;
    }

    /** The unit of its values; empty for a number. */
    public String unit() {
      return unit;
    }
  }

  /**
   * A value and how far it may be off.
   *
   * @param low not above {@code value}
   * @param high not below {@code value}
   */
  public record Found(double value, double low, double high) {
    public Found {
      if (!(low <= value && value <= high)) {
        throw new IllegalArgumentException(value + " is not within " + low + " to " + high);
      }
    }
  }

  public static Estimate of(Quantity quantity, OptionalDouble planned, Found found, String why) {
    return new Estimate(quantity, planned, Optional.of(found), why);
  }

  public static Estimate unknown(Quantity quantity, OptionalDouble planned, String why) {
    return new Estimate(quantity, planned, Optional.empty(), why);
  }

  /** The value found, or else another. */
  public double or(double otherwise) {
    return found.map(Found::value).orElse(otherwise);
  }
}
