package dev.kickoff.jobs.cli.operator;

import dev.kickoff.jobs.cli.operator.connect.Plain;
import dev.kickoff.jobs.cli.operator.connect.Table;
import dev.kickoff.jobs.cli.operator.connect.Times;
import dev.kickoff.jobs.client.document.Status;
import dev.kickoff.jobs.client.document.Status.GroupStatus;
import dev.kickoff.jobs.client.document.Status.InputAge;
import dev.kickoff.jobs.client.document.Status.NextChange;
import java.util.List;
import java.util.Map;

/** The status for a person: the word on top, ages, groups, what comes next. */
final class StatusText {
  private static final Map<String, String> STATES =
      Map.of(
          "ENDED", "ENDED: recorded demand was played to its end",
          "WAITING", "WAITING: no demand has been seen yet",
          "STALE_INPUT", "STALE INPUT: what it sees is too old; nothing is lowered",
          "FROZEN", "FROZEN: an operator has stopped changes; see `kickoff override list`",
          "ACTING", "ACTING: decisions reach the fleet",
          "FORECAST_ONLY", "FORECAST ONLY: decisions are recorded and change nothing");

  private StatusText() {}

  /** Without a line break at the end. */
  static String of(Status status, Times times) {
    StringBuilder text = new StringBuilder();
    text.append(STATES.getOrDefault(status.state(), Plain.text(status.state()))).append('\n');
    text.append(staleBeside(status));
    text.append("engine time ").append(times.both(status.engineTime()));
    text.append(
        status.speed() == 1 ? "" : ", at " + Plain.of(java.util.Optional.of(status.speed())) + "x");
    text.append('\n').append(inputs(status.inputs()));
    text.append('\n').append(groups(status)).append(changes(status.nextChanges(), times));
    return text.toString().stripTrailing();
  }

  /** Stale inputs are told also where another word stands on top. */
  private static String staleBeside(Status status) {
    boolean told = status.state().equals("STALE_INPUT") || status.state().equals("ENDED");
    return told || status.inputs().stream().noneMatch(InputAge::stale)
        ? ""
        : STATES.get("STALE_INPUT") + '\n';
  }

  private static String inputs(List<InputAge> inputs) {
    StringBuilder text = new StringBuilder("input ages:");
    for (InputAge input : inputs) {
      text.append(' ').append(Plain.text(input.source() + " " + input.name())).append(' ');
      text.append(input.age().map(Times::inWords).orElse("never"));
      text.append(input.stale() ? " (STALE)," : ",");
    }
    return text.append('\n').toString().replace(",\n", "\n");
  }

  private static String groups(Status status) {
    Table table =
        new Table("GROUP", "MODE", "ACTS", "DEMAND RPM", "REQUIRED", "FLOOR", "IN SERVICE");
    for (GroupStatus group : status.groups()) {
      table.row(
          group.group(),
          group.mode(),
          status.acting().contains(group.group()) ? "yes" : "no",
          Plain.of(group.demandRpm().map(rpm -> Math.round(rpm))),
          Plain.of(group.required()),
          Plain.of(group.floor()),
          Plain.of(group.inService()));
    }
    return table.text();
  }

  private static String changes(List<NextChange> changes, Times times) {
    if (changes.isEmpty()) {
      return "\nno change is planned\n";
    }
    Table table = new Table("NEXT", "GROUP", "FLOOR", "FOR", "REASON");
    for (NextChange change : changes) {
      table.row(
          times.both(change.at()),
          change.group(),
          change.hostsBefore() + " -> " + change.hostsAfter(),
          change.event().orElse("-"),
          change.reason());
    }
    return "\n" + table.text();
  }
}
