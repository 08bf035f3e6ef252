package dev.kickoff.connectors.csv.activity;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import dev.kickoff.connectors.InputException;
import dev.kickoff.connectors.InputFile;
import dev.kickoff.connectors.InvalidText;
import dev.kickoff.connectors.Place;
import dev.kickoff.connectors.Problem;
import dev.kickoff.connectors.ProblemKind;
import dev.kickoff.connectors.Problems;
import dev.kickoff.connectors.Timestamps;
import dev.kickoff.model.lab.twin.reality.Launch;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * The answer of <a
 * href="https://docs.aws.amazon.com/cli/latest/reference/autoscaling/describe-scaling-activities.html">describe-scaling-activities</a>:
 * an activity for each instance, with {@code StartTime}, {@code EndTime}, {@code Description},
 * {@code Cause} and {@code StatusCode}.
 *
 * <p>Launches that succeeded are read; how many others there were is noted. One whose cause names
 * no alarm counts as asked for by something else.
 */
final class ActivitiesJson {
  private static final int MAX_BYTES = 32 << 20;
  private static final String REMEDY =
      "give what aws autoscaling describe-scaling-activities --output json prints";

  private final Path file;
  private final Timestamps timestamps;
  private final Problems problems = new Problems();
  private final List<Launch> launches = new ArrayList<>();
  private final Map<String, Integer> left = new TreeMap<>();

  ActivitiesJson(Path file, Timestamps timestamps) {
    this.file = file;
    this.timestamps = timestamps;
  }

  /** A text and where it stands. */
  private record Text(String value, Place place) {}

  ActivitiesRead read() {
    String text = InputFile.text(file, MAX_BYTES);
    try (JsonParser json = new JsonFactory().createParser(text)) {
      activities(json);
    } catch (JsonProcessingException e) {
      Place place =
          Optional.ofNullable(e.getLocation()).map(this::place).orElseGet(() -> Place.of(file));
      String what = "is not JSON: " + Problem.brief(e.getOriginalMessage());
      throw new InputException(new Problem(place, ProblemKind.MALFORMED, what, REMEDY));
    } catch (IOException e) {
      throw InputFile.failed(file, e);
    }
    problems.failOnAny();
    launches.sort(Comparator.comparing(Launch::requestedAt));
    List<String> notes = new ArrayList<>();
    left.forEach((what, count) -> notes.add(file + ": " + count + " " + what + " left out"));
    if (launches.isEmpty()) {
      notes.add(file + ": holds no launch");
    }
    return new ActivitiesRead(launches, notes);
  }

  private void activities(JsonParser json) throws IOException {
    boolean found = false;
    JsonToken first = json.nextToken();
    if (first == JsonToken.START_OBJECT) {
      while (json.nextToken() == JsonToken.FIELD_NAME) {
        boolean isList = json.currentName().equals("Activities");
        JsonToken value = json.nextToken();
        if (isList && value == JsonToken.START_ARRAY) {
          found = true;
          list(json);
        } else {
          json.skipChildren();
        }
      }
    }
    if (!found) {
      problems.add(
          new Problem(
              Place.of(file).line(1), ProblemKind.MISSING, "has no list \"Activities\"", REMEDY));
    }
  }

  private void list(JsonParser json) throws IOException {
    while (json.nextToken() != JsonToken.END_ARRAY) {
      Place place = place(json.currentTokenLocation());
      if (json.currentToken() != JsonToken.START_OBJECT) {
        problems.add(
            new Problem(place, ProblemKind.MALFORMED, "an activity without fields", REMEDY));
        json.skipChildren();
        continue;
      }
      Map<String, Text> fields = new HashMap<>();
      while (json.nextToken() == JsonToken.FIELD_NAME) {
        String name = json.currentName();
        if (json.nextToken().isScalarValue()) {
          fields.put(name, new Text(json.getText(), place(json.currentTokenLocation())));
        } else {
          json.skipChildren();
        }
      }
      activity(fields, place);
    }
  }

  private Place place(JsonLocation at) {
    return Place.of(file).line(Math.max(1, at.getLineNr())).column(Math.max(1, at.getColumnNr()));
  }

  private void activity(Map<String, Text> fields, Place place) {
    Text none = new Text("", place);
    String description = fields.getOrDefault("Description", none).value().toLowerCase(Locale.ROOT);
    String status = fields.getOrDefault("StatusCode", none).value();
    if (!description.startsWith("launching")) {
      if (description.isEmpty()) {
        String what = "the activity has no Description";
        problems.add(new Problem(place, ProblemKind.MISSING, what, REMEDY));
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
