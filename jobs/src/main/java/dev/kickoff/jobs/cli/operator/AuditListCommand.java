package dev.kickoff.jobs.cli.operator;

import com.fasterxml.jackson.databind.JsonNode;
import dev.kickoff.jobs.cli.operator.connect.Connection;
import dev.kickoff.jobs.cli.operator.connect.Plain;
import dev.kickoff.jobs.cli.operator.connect.Requests;
import dev.kickoff.jobs.cli.operator.connect.Table;
import dev.kickoff.jobs.client.Pages.Page;
import dev.kickoff.jobs.client.document.Fields;
import dev.kickoff.jobs.client.request.Filter;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code kickoff audit list}: who asked for what, denials included. */
@Command(
    name = "list",
    description = "Lists what people and programs asked for, newest first, denials included.",
    footer = {
      "",
      "Examples:",
      "  kickoff audit list --group web-asg",
      "  kickoff audit list --actor ada --limit 500 -o json"
    })
public final class AuditListCommand implements Runnable {
  @Option(names = "--actor", paramLabel = "NAME", description = "Of one person or program only.")
  private @Nullable String actor;

  @Option(names = "--group", paramLabel = "GROUP", description = "About one group only.")
  private @Nullable String group;

  @Option(
      names = "--limit",
      paramLabel = "N",
      defaultValue = "50",
      description = "At most so many, 1 to 500 (default: 50).")
  private int limit = 50;

  @Option(
      names = "--before",
      paramLabel = "CURSOR",
      description = "Older ones: the cursor that the page before ended with.")
  private @Nullable String before;

  @Mixin private Connection connection = new Connection();

  @Override
  public void run() {
    Filter filter =
        Filter.none()
            .with("actor", Optional.ofNullable(actor))
            .with("group", Optional.ofNullable(group))
            .with("before", Optional.ofNullable(before))
            .with("limit", limit);
    Page<JsonNode> page = Requests.ask(() -> connection.client().audit(filter).first());
    connection.out().println(connection.isJson() ? page.json().toString() : text(page));
    page.next()
        .filter(next -> !connection.isJson())
        .ifPresent(next -> connection.err().println("older ones: --before " + Plain.text(next)));
  }

  private String text(Page<JsonNode> page) {
    Table table = new Table("AT", "ACTOR", "ACTION", "GROUP", "RESULT", "DETAIL");
    for (JsonNode entry : page.items()) {
      Fields fields = new Fields(entry);
      table.row(
          connection.times().both(fields.instant("wallTime").or(() -> fields.instant("at"))),
          fields.text("actor").orElse("-"),
          fields.text("action").orElse("-"),
          fields.text("group").orElse("-"),
          fields.text("result").or(() -> fields.text("outcome")).orElse("-"),
          fields.text("detail").or(() -> fields.text("reason")).orElse("-"));
    }
    return table.isEmpty() ? "nothing was asked for yet" : table.text().stripTrailing();
  }
}
