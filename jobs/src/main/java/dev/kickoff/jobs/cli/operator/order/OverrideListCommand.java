package dev.kickoff.jobs.cli.operator.order;

import dev.kickoff.jobs.cli.operator.connect.Connection;
import dev.kickoff.jobs.cli.operator.connect.Plain;
import dev.kickoff.jobs.cli.operator.connect.Requests;
import dev.kickoff.jobs.cli.operator.connect.Table;
import dev.kickoff.jobs.cli.operator.connect.Times;
import dev.kickoff.jobs.client.Pages.Page;
import dev.kickoff.jobs.client.document.StandingOverride;
import dev.kickoff.jobs.client.request.Filter;
import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code kickoff override list}: the orders that hold. */
@Command(
    name = "list",
    description = "Lists orders in force and to come, freezes too, strongest first.",
    footer = {"", "Example:", "  kickoff override list --within 1h"})
final class OverrideListCommand implements Runnable {
  @Option(names = "--group", paramLabel = "GROUP", description = "Of one group only.")
  private @Nullable String group;

  @Option(
      names = "--within",
      paramLabel = "LENGTH",
      description = "Only those that end within, such as 1h of engine time.")
  private @Nullable Duration within;

  @Option(names = "--ended", description = "Also those that have just ended.")
  private boolean ended;

  @Mixin private Connection connection = new Connection();

  @Override
  public void run() {
    Filter filter =
        Filter.none()
            .with("group", Optional.ofNullable(group))
            .with("within", Optional.ofNullable(within))
            .with("ended", ended ? Optional.of(true) : Optional.empty());
    Page<StandingOverride> page =
        Requests.ask(() -> connection.client().orders().list(filter).first());
    connection.out().println(connection.isJson() ? page.json().toString() : text(page));
  }

  private String text(Page<StandingOverride> page) {
    if (page.items().isEmpty()) {
      return "no order is in force";
    }
    Times times = connection.times();
    Table table = new Table("ID", "ORDER", "STATE", "ENDS IN", "UNTIL", "BY", "REASON");
    for (StandingOverride order : page.items()) {
      table.row(
          order.id(),
          order.what().inWords(),
          order.state(),
          order.term().endsIn().map(Times::inWords).orElse("-"),
          times.both(order.term().until()),
          order.author(),
          order.reason());
    }
    StringBuilder text = new StringBuilder(table.text().stripTrailing());
    page.items().stream()
        .flatMap(order -> order.term().warning().stream())
        .forEach(warning -> text.append("\nwarning: ").append(Plain.text(warning)));
    return text.toString();
  }
}
