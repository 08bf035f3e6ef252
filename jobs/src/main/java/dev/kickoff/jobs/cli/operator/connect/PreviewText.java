package dev.kickoff.jobs.cli.operator.connect;

import dev.kickoff.jobs.client.document.Effect;
import dev.kickoff.jobs.client.document.Event;
import dev.kickoff.jobs.client.document.Preview;
import java.util.List;
import java.util.Locale;

/**
 * What a change would do, for a person: hosts and dollars now and then, and what could go wrong.
 */
public final class PreviewText {

  /** A line or two a group, then warnings; each line ends with a line break. */
  public String of(Preview preview, Times times) {
    StringBuilder text = new StringBuilder();
    preview.event().ifPresent(event -> text.append(event(event, times)));
    if (preview.json().has("effects")) {
      text.append(effects(preview.effects()));
    } else {
      preview
          .override()
          .ifPresent(
              order ->
                  text.append(Plain.text(order.what().inWords()))
                      .append(" until ")
                      .append(times.both(order.term().until()))
                      .append(" engine time\n"));
      text.append("what that means in hosts is not known yet\n");
    }
    preview.warnings().forEach(w -> text.append("warning: ").append(Plain.text(w)).append('\n'));
    return text.toString();
  }

  private static String event(Event event, Times times) {
    return Plain.text(event.says().title())
        + ": "
        + times.both(event.says().start())
        + " to "
        + times.both(event.says().end())
        + (event.cancelled() ? ", called off" : "")
        + "\n";
  }

  /** A line or two a group. */
  public static String effects(List<Effect> effects) {
    if (effects.isEmpty()) {
      return "no group changes now\n";
    }
    StringBuilder text = new StringBuilder();
    effects.forEach(effect -> text.append(effect(effect)));
    return text.toString();
  }

  private static String effect(Effect effect) {
    Effect.Hosts hosts = effect.hosts();
    StringBuilder text = new StringBuilder(Plain.text(effect.group()));
    text.append(": floor ").append(hosts.floorNow()).append(" -> ").append(hosts.floorThen());
    text.append(" hosts");
    hosts.inServiceNow().ifPresent(n -> text.append(", ").append(n).append(" in service now"));
    effect.cost().ifPresent(cost -> text.append(", ").append(dollars(cost)));
    if (effect.isLarge()) {
      text.append("; this is large and waits for approval");
    }
    text.append('\n');
    line(text, "because", effect.reason());
    effect
        .risk()
        .filter(risk -> !risk.level().equals("none"))
        .ifPresent(risk -> line(text, "risk (" + risk.level() + ")", risk.sentence()));
    effect.violations().forEach(violation -> line(text, "breaks", violation));
    return text.toString();
  }

  private static void line(StringBuilder text, String label, String sentence) {
    if (!sentence.isBlank()) {
      text.append("  ").append(label).append(": ").append(Plain.text(sentence)).append('\n');
    }
  }

  private static String dollars(Effect.Cost cost) {
    return String.format(
        Locale.ROOT,
        "$%.2f -> $%.2f an hour (%+.2f)",
        cost.now(),
        cost.then(),
        cost.then() - cost.now());
  }
}
