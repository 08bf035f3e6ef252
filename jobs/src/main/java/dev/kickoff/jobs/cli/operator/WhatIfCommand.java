package dev.kickoff.jobs.cli.operator;

import com.fasterxml.jackson.databind.JsonNode;
import dev.kickoff.jobs.cli.operator.connect.Connection;
import dev.kickoff.jobs.cli.operator.connect.PreviewText;
import dev.kickoff.jobs.cli.operator.connect.Requests;
import dev.kickoff.jobs.client.document.Effect;
import dev.kickoff.jobs.client.document.Fields;
import dev.kickoff.jobs.client.request.WhatIf;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code kickoff what-if}: the plan under other circumstances. */
@Command(
    name = "what-if",
    description = {
      "Plans a group under other circumstances; changes nothing.",
      "Says what the plan is then, what it costs, and what guardrails would say."
    },
    footer = {
      "",
      "Examples:",
      "  kickoff what-if web-asg --demand-factor 1.5",
      "  kickoff what-if web-asg --lead-time 12 --floor 40",
      "  kickoff what-if web-asg --event final-2026 --by 30 --factor 2"
    })
public final class WhatIfCommand implements Runnable {
  @Parameters(index = "0", paramLabel = "GROUP", description = "The Auto Scaling group.")
  private String group = "";

  @Option(
      names = "--demand-factor",
      paramLabel = "X",
      description = "Demand is so many times the forecast, 0.01 to 100.")
  private Optional<Double> demandFactor = Optional.empty();

  @Option(
      names = "--lead-time",
      paramLabel = "MINUTES",
      description = "Hosts take so long to be in service, 0.1 to 240.")
  private Optional<Double> leadTime = Optional.empty();

  @Mixin private WhatIfOptions supposed = new WhatIfOptions();

  @Mixin private Connection connection = new Connection();

  @Override
  public void run() {
    WhatIf circumstances =
        new WhatIf(
            group,
            demandFactor,
            leadTime,
            supposed.order(group),
            Optional.empty(),
            supposed.edit());
    JsonNode answer = Requests.ask(() -> connection.client().whatIf(circumstances));
    connection.out().println(connection.isJson() ? answer.toString() : text(answer));
  }

  private static String text(JsonNode answer) {
    List<Effect> effects =
        answer.has("floorThen")
            ? List.of(Effect.of(answer))
            : new Fields(answer).list("effects", Effect::of);
    Outline rest = new Outline();
    answer.properties().stream()
        .filter(field -> !field.getKey().equals("effects") && !answer.has("floorThen"))
        .forEach(field -> rest.add(field.getKey(), field.getValue()));
    Outline plans = new Outline();
    effects.forEach(effect -> plans(plans, effect.json()));
    String shown = effects.isEmpty() ? "" : PreviewText.effects(effects);
    return (shown + plans.text() + rest.text()).stripTrailing();
  }

  private static void plans(Outline outline, JsonNode effect) {
    if (effect.has("planThen")) {
      outline.add("planNow", effect.path("planNow")).add("planThen", effect.path("planThen"));
    }
  }
}
