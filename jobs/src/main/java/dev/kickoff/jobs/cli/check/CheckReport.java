package dev.kickoff.jobs.cli.check;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.kickoff.connectors.Problem;
import dev.kickoff.jobs.config.ConfigurationCheck;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** What a check of a configuration found, a line a problem, or as JSON. */
final class CheckReport {
  private static final ObjectMapper JSON = new ObjectMapper();

  private final ConfigurationCheck check;
  private final List<Problem> live;
  private final List<String> notes;

  /**
   * What was found.
   *
   * @param group what a look at the group found; empty where nobody looked
   */
  CheckReport(ConfigurationCheck check, Optional<GroupCheck> group) {
    this.check = check;
    this.live = group.map(GroupCheck::problems).orElse(List.of());
    this.notes =
        Stream.concat(check.notes().stream(), group.stream().flatMap(seen -> seen.notes().stream()))
            .toList();
  }

  private List<Problem> problems() {
    return Stream.of(check.unusable(), check.refused(), live).flatMap(List::stream).toList();
  }

  /** How many problems there are, shown or not. */
  int total() {
    return check.problems() + live.size();
  }

  /** For people. */
  String text() {
    StringBuilder text = new StringBuilder();
    problems().forEach(problem -> text.append(problem).append('\n'));
    int more = total() - problems().size();
    text.append(more > 0 ? "... " + more + " more\n" : "");
    notes.forEach(note -> text.append("note: ").append(note).append('\n'));
    int all = total();
    return text.append(all == 0 ? "no" : all).append(all == 1 ? " problem\n" : " problems\n") + "";
  }

  /** {@code {"ok","problems":[{"place","what","remedy"}],"total","notes"}} on one line. */
  String json() {
    Map<String, Object> document = new LinkedHashMap<>();
    document.put("ok", total() == 0);
    document.put("problems", problems().stream().map(CheckReport::fields).toList());
    document.put("total", total());
    document.put("notes", notes);
    try {
      return JSON.writeValueAsString(document) + "\n";
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("a check cannot be written as JSON", e);
    }
  }

  private static Map<String, String> fields(Problem problem) {
    Map<String, String> fields = new LinkedHashMap<>();
    fields.put("place", problem.place().toString());
    fields.put("what", problem.what());
    fields.put("remedy", problem.remedy());
    return fields;
  }
}
