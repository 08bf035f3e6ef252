package dev.kickoff.jobs.api.write.event;

import dev.kickoff.jobs.api.http.Fields;
import dev.kickoff.model.calendar.CalendarDiff;
import dev.kickoff.model.calendar.Event;
import dev.kickoff.model.calendar.EventVetting.Doubt;
import java.util.List;

/** What a calendar that was imported, or would be, changes. */
final class ImportDocument {
  private ImportDocument() {}

  static Fields of(ImportPlan plan, boolean applied) {
    CalendarDiff diff = plan.diff();
    return new Fields()
        .with("applied", applied)
        .with("summary", diff.summary())
        .with("added", events(diff.added()))
        .with("changed", diff.changed().stream().map(ImportDocument::change).toList())
        .with("cancelled", events(diff.cancelled()))
        .with("deleted", events(diff.deleted()))
        .with("aside", plan.doubts().stream().map(ImportDocument::aside).toList())
        .with("suspicious", plan.suspicion())
        .with("problems", plan.reading().problems())
        .with("notes", plan.reading().notes());
  }

  private static List<Fields> events(List<Event> events) {
    return events.stream().map(ImportDocument::event).toList();
  }

  private static Fields event(Event event) {
    return new Fields()
        .with("uid", event.uid())
        .with("title", event.title())
        .with("category", event.category())
        .with("start", event.start())
        .with("end", event.end())
        .with("attributes", event.attributes());
  }

  private static Fields change(CalendarDiff.Change change) {
    List<Fields> fields =
        change.fields().stream()
            .map(
                field ->
                    new Fields()
                        .with("field", field.name())
                        .with("from", field.from())
                        .with("to", field.to()))
            .toList();
    return event(change.after()).with("changes", fields);
  }

  private static Fields aside(Doubt doubt) {
    return event(doubt.version()).with("reason", doubt.reason());
  }
}
