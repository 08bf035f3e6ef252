package dev.kickoff.jobs.offline;

import dev.kickoff.model.forecast.BucketChoice;
import dev.kickoff.model.forecast.EventOutlook;
import dev.kickoff.model.forecast.ForecastBasis;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** What a forecast rests on, in a few lines for people. */
public final class BasisWords {
  private static final int MOST_NEIGHBOURS = 3;
  private static final int HOUR = 60;
  private static final int LONGEST_IN_HOURS = 48 * HOUR;

  private BasisWords() {}

  /** Which methods were chosen up to which horizon, then each event with what it resembles. */
  public static List<String> of(ForecastBasis basis) {
    List<String> lines = new ArrayList<>();
    if (!basis.choices().isEmpty()) {
      lines.add("chosen by rehearsal: " + choices(basis.choices()));
    }
    basis.events().forEach(event -> lines.add(event(event)));
    return lines;
  }

  private static String choices(List<BucketChoice> choices) {
    List<String> ranges = new ArrayList<>();
    for (int i = 0; i < choices.size(); i++) {
      BucketChoice choice = choices.get(i);
      boolean last = i + 1 == choices.size();
      if (last || !choices.get(i + 1).method().equals(choice.method())) {
        ranges.add(choice.method() + (last ? " beyond" : " to " + length(choice.untilMinutes())));
      }
    }
    return ranges.size() == 1
        ? choices.get(0).method() + " at every horizon"
        : String.join(", ", ranges);
  }

  private static String event(EventOutlook event) {
    String neighbours =
        event.neighbours().stream()
            .limit(MOST_NEIGHBOURS)
            .map(n -> String.format(Locale.ROOT, "%s %.2f%s", n.title(), n.weight(), alike(n)))
            .collect(Collectors.joining("; "));
    String known = event.title() + " at " + event.startsAt() + ": " + event.basis();
    return neighbours.isEmpty() ? known : known + "; most like " + neighbours;
  }

  private static String alike(EventOutlook.Neighbour neighbour) {
    return neighbour.alike().isEmpty() ? "" : " (" + String.join(", ", neighbour.alike()) + ")";
  }

  private static String length(long minutes) {
    if (minutes < HOUR) {
      return minutes + " min";
    }
    return minutes <= LONGEST_IN_HOURS ? minutes / HOUR + " h" : minutes / HOUR / 24 + " d";
  }
}
