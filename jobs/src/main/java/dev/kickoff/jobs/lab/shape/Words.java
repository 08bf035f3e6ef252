package dev.kickoff.jobs.lab.shape;

import dev.kickoff.model.lab.LoadCurve;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Times and courses of a load as people read them. */
final class Words {
  private static final String BARS = "▁▂▃▄▅▆▇█";

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

  /** The load in so many bars, each as high as the highest value of its part. */
  static String sparkline(LoadCurve load, int bars) {
    int count = Math.min(bars, load.size());
    double peak = load.peak();
    StringBuilder line = new StringBuilder();
    for (int k = 0; k < count; k++) {
      int from = (int) ((long) load.size() * k / count);
      int until = (int) ((long) load.size() * (k + 1) / count);
      double share = peak == 0 ? 0 : load.highest(from, until) / peak;
      line.append(BARS.charAt((int) Math.round(share * (BARS.length() - 1))));
    }
    return line.toString();
  }

  /** A rate without decimals, its thousands parted. */
  static String rate(double rpm) {
    return String.format(Locale.ROOT, rpm < 10 ? "%,.2f" : "%,.0f", rpm);
  }
}
