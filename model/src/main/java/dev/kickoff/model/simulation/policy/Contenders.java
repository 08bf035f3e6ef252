package dev.kickoff.model.simulation.policy;

import dev.kickoff.model.control.Controller;
import dev.kickoff.model.simulation.Contender;
import dev.kickoff.model.simulation.ReplayInput;
import dev.kickoff.model.simulation.group.ReactiveSettings;
import java.util.ArrayList;
import java.util.List;

/** The policies a replay can compare, by the names they have on the command line. */
public final class Contenders {
  /** What is compared where nothing is asked for. */
  public static final List<String> STANDARD =
      List.of("kickoff", "reactive", "oracle", "static-peak");

  private static final String KNOWN =
      "kickoff, kickoff-alone, reactive, reactive:TARGET, oracle, static-peak";

  private Contenders() {}

  /**
   * The named policies, in this order, each with a fresh group.
   *
   * @throws IllegalArgumentException when a name is unknown, given twice, or needs a reactive
   *     policy that the fleet does not have
   */
  public static List<Contender> named(
      List<String> policies, ReplayInput input, Controller controller) {
    List<Contender> contenders = new ArrayList<>();
    for (String policy : policies) {
      if (contenders.stream().anyMatch(c -> c.policy().equals(policy))) {
        throw new IllegalArgumentException("policy '" + policy + "' is given twice");
      }
      contenders.add(named(policy, input, controller));
    }
    return contenders;
  }

  private static Contender named(String policy, ReplayInput input, Controller controller) {
    if (policy.startsWith("reactive:")) {
      ReactiveSettings settings = reactive(policy, input).withTarget(target(policy));
      return new ReactiveContender(policy, input, settings);
    }
    return switch (policy) {
      case "kickoff" -> KickoffContender.beside(input, controller);
      case "kickoff-alone" -> KickoffContender.alone(input, controller);
      case "reactive" -> new ReactiveContender(policy, input, reactive(policy, input));
      case "oracle" -> new OracleContender(input);
      case "static-peak" -> new StaticContender(input);
      default ->
          throw new IllegalArgumentException("unknown policy '" + policy + "'; known: " + KNOWN);
    };
  }

  private static ReactiveSettings reactive(String policy, ReplayInput input) {
    return input
        .reactive()
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    "policy '"
                        + policy
                        + "' needs a reactive policy in the fleet file: reactive: {kind:"
                        + " target-tracking, target: 0.7, alarmMinutes: 5, scaleInMinutes: 15}"));
  }

  private static double target(String policy) {
    try {
      return Double.parseDouble(policy.substring("reactive:".length()));
    } catch (NumberFormatException e) {
      throw new IllegalArgumentException(
          "policy '" + policy + "': write the target as a share, such as reactive:0.6", e);
    }
  }
}
