package dev.kickoff.jobs.offline;

import dev.kickoff.model.simulation.PolicyScore;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** The scores of a replay for people at a terminal: a table, and the verdict in words. */
public final class ReplayTable {
  private ReplayTable() {}

  /** One line a policy under a line of headings; shares in percent; a boot time each its own. */
  public static String of(List<BootRun> runs) {
    StringBuilder table = new StringBuilder();
    int width = Math.max(16, widest(runs));
    for (BootRun run : runs) {
      String boot = runs.size() == 1 ? "" : String.format("%4d  ", run.bootMinutes());
      if (table.isEmpty()) {
        table.append(runs.size() == 1 ? "" : "boot  ");
        line(
            table,
            "%-" + width + "s %9s %9s %16s %11s %12s\n",
            "policy",
            "under_pct",
            "unmet_pct",
            "hosts_vs_oracle",
            "host_hours",
            "cost");
      }
      run.scores()
          .forEach((policy, scores) -> line(table, boot, padded(policy, width), scores.overall()));
    }
    return table.toString();
  }

  private static int widest(List<BootRun> runs) {
    return runs.stream()
        .flatMap(run -> run.scores().keySet().stream())
        .mapToInt(String::length)
        .max()
        .orElse(0);
  }

  private static String padded(String policy, int width) {
    return String.format("%-" + width + "s", policy);
  }

  /** The verdict in words, on one line for each boot time. */
  public static String verdict(List<BootRun> runs) {
    return runs.stream()
        .map(run -> (runs.size() == 1 ? "" : boot(run)) + ReplayVerdict.of(run.scores()))
        .collect(Collectors.joining("\n"));
  }

  private static String boot(BootRun run) {
    return "Boot " + run.bootMinutes() + " min: ";
  }

  private static void line(StringBuilder table, String boot, String policy, PolicyScore score) {
    line(
        table,
        "%s%s %9.3f %9.3f %16.3f %11.1f %12.2f\n",
        boot,
        policy,
        100 * score.underShare(),
        100 * score.unmetShare(),
        score.hostsVsOracle(),
        score.hostHours(),
        score.cost());
  }

  private static void line(StringBuilder table, String format, Object... values) {
    table.append(String.format(Locale.ROOT, format, values));
  }
}
