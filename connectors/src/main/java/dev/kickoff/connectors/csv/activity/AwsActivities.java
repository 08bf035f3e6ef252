package dev.kickoff.connectors.csv.activity;

import dev.kickoff.connectors.InvalidText;
import dev.kickoff.connectors.Place;
import dev.kickoff.connectors.Problem;
import dev.kickoff.connectors.ProblemKind;
import dev.kickoff.connectors.Problems;
import dev.kickoff.connectors.Timestamps;
import dev.kickoff.model.lab.twin.reality.Launch;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Activities of a group by the fields that AWS gives them: launches, and how many others. */
final class AwsActivities {
  private final Timestamps timestamps;
  private final Problems problems;
  private final List<Launch> launches = new ArrayList<>();
  private final Map<String, Integer> left = new TreeMap<>();

  AwsActivities(Timestamps timestamps, Problems problems) {
    this.timestamps = timestamps;
    this.problems = problems;
  }

  /** A text and where it stands. */
  record Text(String value, Place place) {}

  /** All that were added, in the order in which they were asked for. */
  ActivitiesRead read(Path file) {
    launches.sort(Comparator.comparing(Launch::requestedAt));
    List<String> notes = new ArrayList<>();
    left.forEach((what, count) -> notes.add(file + ": " + count + " " + what + " left out"));
    if (launches.isEmpty()) {
      notes.add(file + ": holds no launch");
    }
    return new ActivitiesRead(launches, notes);
  }

  /** Adds an activity by its fields. */
  void add(Map<String, Text> fields, Place place) {
    Text none = new Text("", place);
    String description = fields.getOrDefault("Description", none).value().toLowerCase(Locale.ROOT);
    String status = fields.getOrDefault("StatusCode", none).value();
    if (!description.startsWith("launching")) {
      if (description.isEmpty()) {
        String what = "the activity has no Description";
        problems.add(new Problem(place, ProblemKind.MISSING, what, ActivitiesJson.REMEDY));
      } else {
        leave(description.startsWith("terminating") ? "terminations" : "other activities");
      }
      return;
    }
    if (!status.isEmpty() && !status.equals("Successful")) {
      leave("launches that are " + status);
      return;
    }
    Optional<Instant> start = time(fields, "StartTime", place);
    Optional<Instant> end = time(fields, "EndTime", place);
    if (start.isEmpty() || end.isEmpty()) {
      return;
    }
    if (end.get().isBefore(start.get())) {
      String what = "EndTime " + end.get() + " is before StartTime " + start.get();
      Place at = fields.getOrDefault("EndTime", none).place();
      problems.add(new Problem(at, ProblemKind.ENDS_BEFORE_START, what, "correct one of them"));
      return;
    }
    String cause = fields.getOrDefault("Cause", none).value().toLowerCase(Locale.ROOT);
    boolean byAlarm = cause.isEmpty() || cause.contains("alarm");
    launches.add(new Launch(start.get(), end.get(), 1, byAlarm));
  }

  private void leave(String what) {
    left.merge(what, 1, Integer::sum);
  }

  private Optional<Instant> time(Map<String, Text> fields, String name, Place place) {
    Text text = fields.get(name);
    if (text == null) {
      String what = "the launch has no " + name;
      problems.add(new Problem(place, ProblemKind.MISSING, what, "leave out what did not finish"));
      return Optional.empty();
    }
    try {
      return Optional.of(timestamps.parse(text.value()));
    } catch (InvalidText e) {
      problems.add(text.place(), e);
      return Optional.empty();
    }
  }
}
