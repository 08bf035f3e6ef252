package dev.kickoff.jobs.cli.operator.event;

import com.fasterxml.jackson.databind.JsonNode;
import dev.kickoff.jobs.cli.operator.connect.Change;
import dev.kickoff.jobs.cli.operator.connect.Connection;
import dev.kickoff.jobs.cli.operator.connect.Requests;
import dev.kickoff.jobs.cli.operator.connect.WriteOptions;
import dev.kickoff.jobs.client.Events;
import dev.kickoff.jobs.client.document.Event;
import dev.kickoff.jobs.client.document.Outcome;

/**
 * An edit of an event: read, shown, and then made of what was read and nothing newer.
 *
 * @param verb what happened, in a word
 */
record Edit(String verb, String uid, Asked asked) {
  /** What is asked of the server, dry or in earnest. */
  interface Asked {
    /** Asks. */
    Outcome<JsonNode> of(Events events, Event event, boolean dryRun);
  }

  /** Makes it, and returns the exit code. */
  int make(Connection connection, WriteOptions write) {
    Events events = connection.client().events();
    Event event = Requests.ask(() -> events.get(uid));
    Change.Shown shown =
        new Change.Shown(
            () -> Requests.ask(() -> asked.of(events, event, true)).json(),
            json -> EventText.preview(json, connection.times()));
    return new Change(connection, write)
        .make(
            shown,
            () -> asked.of(events, event, false),
            json -> EventText.edited(verb, json, connection.times()));
  }
}
