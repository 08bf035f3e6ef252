package dev.kickoff.jobs.lab.shape;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Times and courses of a load as people read them. */
final class Words {
  private Words() {}

  /** A time from the beginning: {@code 45s}, {@code 18m}, {@code 2h}, {@code 1h30m}, {@code 3d}. */
  static String time(long second) {
    if (second == 0) {
      return "0";
    }
    List<String> parts = new ArrayList<>();
    long left = second;
    String[] units = {"d", "h", "m", "s"};
    long[] sizes = {86_400, 3_600, 60, 1};
    for (int i = 0; i < units.length; i++) {
      if (left >= sizes[i]) {
        parts.add(left / sizes[i] + units[i]);
        left %= sizes[i];
      }
    }
    return String.join("", parts);
  }

  /** A rate, its thousands parted; with decimals where it is small and not whole. */
  static String rate(double rpm) {
    boolean small = Math.abs(rpm) < 10 && rpm != Math.rint(rpm);
    return String.format(Locale.ROOT, small ? "%,.2f" : "%,.0f", rpm);
  }
}
