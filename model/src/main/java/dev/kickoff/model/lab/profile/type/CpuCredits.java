package dev.kickoff.model.lab.profile.type;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * How an instance type of AWS's T family earns and spends processor time.
 *
 * <p>One credit is one virtual processor in full use for a minute. Source of the table: <a
 * href="https://docs.aws.amazon.com/AWSEC2/latest/UserGuide/burstable-credits-baseline-concepts.html">
 * Amazon EC2 user guide, Key concepts for burstable performance instances</a>. As many credits can
 * be saved as are earned in 24 hours.
 *
 * @param type such as {@code t3.micro}
 * @param processors virtual ones
 * @param earnedPerHour credits
 * @param atLaunch credits that a new host has in standard mode: 30 for each processor of a T2, none
 *     of the others
 */
public record CpuCredits(String type, int processors, double earnedPerHour, double atLaunch) {
  private static final double HOURS_SAVED = 24;
  private static final double MINUTES = 60;
  private static final double LAUNCH_CREDITS = 30;
  private static final String[] T2 = {
    "nano 1 3",
    "micro 1 6",
    "small 1 12",
    "medium 2 24",
    "large 2 36",
    "xlarge 4 54",
    "2xlarge 8 81.6"
  };
  private static final String[] LATER = {
    "nano 2 6",
    "micro 2 12",
    "small 2 24",
    "medium 2 24",
    "large 2 36",
    "xlarge 4 96",
    "2xlarge 8 192"
  };
  private static final Map<String, CpuCredits> TABLE = table();

  private static Map<String, CpuCredits> table() {
    Map<String, CpuCredits> table = new TreeMap<>();
    add(table, "t2", T2, LAUNCH_CREDITS);
    for (String family : new String[] {"t3", "t3a", "t4g"}) {
      add(table, family, LATER, 0);
    }
    return table;
  }

  private static void add(
      Map<String, CpuCredits> table, String family, String[] sizes, double launch) {
    for (String size : sizes) {
      String[] parts = size.split(" ");
      int processors = Integer.parseInt(parts[1]);
      String type = family + "." + parts[0];
      double earned = Double.parseDouble(parts[2]);
      table.put(type, new CpuCredits(type, processors, earned, launch * processors));
    }
  }

  /** Those of an instance type; empty where it is not of the T family, or a size nobody knows. */
  public static Optional<CpuCredits> of(String type) {
    return Optional.ofNullable(TABLE.get(type.toLowerCase(Locale.ROOT)));
  }

  /** Whether the name is one of the T family, known or not. */
  public static boolean isBurstable(String type) {
    return type.toLowerCase(Locale.ROOT).matches("t\\d[a-z]*\\..*");
  }

  /** The processor share that it can hold for ever, in percent. */
  public double baselineCpu() {
    return earnedPerHour / MINUTES / processors * 100;
  }

  /** The most credits that can be saved. */
  public double mostSaved() {
    return HOURS_SAVED * earnedPerHour;
  }

  /**
   * How many minutes it holds a processor share in standard mode; empty where for ever.
   *
   * @param cpu in percent
   * @param credits saved at the beginning
   */
  public Optional<Double> minutesAt(double cpu, double credits) {
    double spent = processors * cpu / 100 - earnedPerHour / MINUTES;
    return spent > 1e-9 ? Optional.of(credits / spent) : Optional.empty();
  }

  /** What follows for hosts that are run at {@code cpu} percent, in words. */
  public String words(double cpu) {
    Optional<Double> full = minutesAt(cpu, mostSaved());
    if (full.isEmpty()) {
      return String.format(
          Locale.ROOT,
          "A %s holds %.0f %% of processor for ever: its baseline is %.1f %%.",
          type,
          cpu,
          baselineCpu());
    }
    return String.format(
        Locale.ROOT,
        "A %s is on credit above %.1f %% of processor. In standard mode it holds %.0f %% for %.0f"
            + " minutes with all credits saved (%.0f, a day idle), and for %.0f minutes when it was"
            + " just launched; then it falls to %.1f %%. In unlimited mode it goes on, and the"
            + " surplus is billed.",
        type,
        baselineCpu(),
        cpu,
        full.get(),
        mostSaved(),
        minutesAt(cpu, atLaunch).orElseThrow(),
        baselineCpu());
  }
}
