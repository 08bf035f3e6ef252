package dev.kickoff.connectors.csv.activity;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import dev.kickoff.connectors.InputException;
import dev.kickoff.connectors.InputFile;
import dev.kickoff.connectors.Place;
import dev.kickoff.connectors.Problem;
import dev.kickoff.connectors.ProblemKind;
import dev.kickoff.connectors.Problems;
import dev.kickoff.connectors.Timestamps;
import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

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
  static final String REMEDY =
      "give what aws autoscaling describe-scaling-activities --output json prints";

  private final Path file;
  private final Problems problems = new Problems();
  private final AwsActivities activities;

  ActivitiesJson(Path file, Timestamps timestamps) {
    this.file = file;
    this.activities = new AwsActivities(timestamps, problems);
  }

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
    return activities.read(file);
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
      Map<String, AwsActivities.Text> fields = new HashMap<>();
      while (json.nextToken() == JsonToken.FIELD_NAME) {
        String name = json.currentName();
        if (json.nextToken().isScalarValue()) {
          fields.put(
              name, new AwsActivities.Text(json.getText(), place(json.currentTokenLocation())));
        } else {
          json.skipChildren();
        }
      }
      activities.add(fields, place);
    }
  }

  private Place place(JsonLocation at) {
    return Place.of(file).line(Math.max(1, at.getLineNr())).column(Math.max(1, at.getColumnNr()));
  }
}
