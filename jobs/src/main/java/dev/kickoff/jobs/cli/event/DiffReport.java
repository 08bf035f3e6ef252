package dev.kickoff.jobs.cli.event;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.kickoff.model.calendar.CalendarDiff;
import dev.kickoff.model.calendar.Event;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The difference of two calendars, as text and as JSON.
 *
 * @param suspicion why a person should look before it is believed
 */
record DiffReport(CalendarDiff diff, Optional<String> suspicion) {
  private static final ObjectMapper JSON = new ObjectMapper();

  /** A line an event, its sign first ({@code +}, {@code ~}, {@code x}, {@code -}), then a count. */
  String text() {
    StringBuilder text = new StringBuilder();
    diff.added().forEach(event -> line(text, '+', event));
    for (CalendarDiff.Change change : diff.changed()) {
      line(text, '~', change.before());
      for (CalendarDiff.Field field : change.fields()) {
        text.append("    ").append(field.name()).append(": ");
        text.append(shown(field.from())).append(" -> ").append(shown(field.to())).append('\n');
      }
    }
    diff.cancelled().forEach(event -> line(text, 'x', event));
    diff.deleted().forEach(event -> line(text, '-', event));
    text.append(diff.summary()).append('\n');
    suspicion.ifPresent(why -> text.append("suspicious: ").append(why).append('\n'));
    return text.toString();
  }

  private static void line(StringBuilder text, char sign, Event event) {
    text.append(sign).append(' ').append(event.start()).append("  ").append(event.category());
    text.append("  ").append(plain(event.title())).append("  [").append(plain(event.uid()));
    text.append("]\n");
  }

  private static String shown(Optional<String> value) {
    return value.map(v -> "'" + plain(v) + "'").orElse("none");
  }

  // A calendar is written by others: it must not steer the terminal.
  private static String plain(String text) {
    return text.replaceAll("\\p{Cntrl}", " ");
  }

  /** One object on one line. */
  String json() {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("added", diff.added().stream().map(DiffReport::event).toList());
    json.put("changed", diff.changed().stream().map(DiffReport::change).toList());
    json.put("cancelled", diff.cancelled().stream().map(DiffReport::event).toList());
    json.put("deleted", diff.deleted().stream().map(DiffReport::event).toList());
    json.put("suspicious", suspicion.orElse(null));
    try {
      return JSON.writeValueAsString(json);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("a diff cannot be written as JSON", e);
    }
  }

  private static Map<String, Object> event(Event event) {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("uid", event.uid());
    json.put("title", event.title());
    json.put("category", event.category());
    json.put("start", event.start().toString());
    json.put("end", event.end().toString());
    json.put("attributes", event.attributes());
    return json;
  }

  private static Map<String, Object> change(CalendarDiff.Change change) {
    Map<String, Object> json = event(change.after());
    List<Map<String, Object>> fields =
        change.fields().stream()
            .map(
                field -> {
                  Map<String, Object> one = new LinkedHashMap<>();
                  one.put("field", field.name());
                  one.put("from", field.from().orElse(null));
                  one.put("to", field.to().orElse(null));
                  return one;
                })
            .toList();
    json.put("changes", fields);
    return json;
  }
}
