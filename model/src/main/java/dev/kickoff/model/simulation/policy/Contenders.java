package dev.kickoff.model.simulation.policy;

import dev.kickoff.model.control.ControlMode;
import dev.kickoff.model.control.Controller;
import dev.kickoff.model.fleet.ScheduledSize;
import dev.kickoff.model.simulation.Contender;
import dev.kickoff.model.simulation.ReplayInput;
import dev.kickoff.model.simulation.group.ReactiveSettings;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The policies a replay can compare, by the names they have on the command line. */
public final class Contenders {
  /** What is compared where nothing is asked for. */
  public static final List<String> STANDARD =
      List.of("kickoff", "reactive", "oracle", "static-peak");

  /** Every name, with what may follow it. */
  public static final String KNOWN =
      "kickoff, kickoff:forecast-only, kickoff:approve, kickoff-alone, reactive, reactive:TARGET,"
          + " step, step:THRESHOLD, aws-predictive, scheduled:FILE, static, static-peak, oracle";

  private static final String SCHEDULED = "scheduled:";

  private final ReplayInput input;
  private final Controller controller;
  private final Map<String, List<ScheduledSize>> schedules;

  private Contenders(
      ReplayInput input, Controller controller, Map<String, List<ScheduledSize>> schedules) {
    this.input = input;
    this.controller = controller;
    this.schedules = schedules;
  }

  /** As {@link #named(List, ReplayInput, Controller, Map)}, without schedules made by hand. */
  public static List<Contender> named(
      List<String> policies, ReplayInput input, Controller controller) {
    return named(policies, input, controller, Map.of());
  }

  /**
   * The named policies, in this order, each with a fresh group.
   *
   * @param schedules what each {@linkplain #scheduleFile scheduled} policy's file holds, by file
   * @throws IllegalArgumentException when a name is unknown, given twice, or needs a reactive
   *     policy that the fleet does not have
   */
  public static List<Contender> named(
      List<String> policies,
      ReplayInput input,
      Controller controller,
      Map<String, List<ScheduledSize>> schedules) {
    Contenders known = new Contenders(input, controller, schedules);
    List<Contender> contenders = new ArrayList<>();
    for (String policy : policies) {
      if (contenders.stream().anyMatch(c -> c.policy().equals(policy))) {
        throw new IllegalArgumentException("policy '" + policy + "' is given twice");
      }
      contenders.add(known.named(policy));
    }
    return contenders;
  }

  /** The file that a policy's name says its schedule is in; empty for other policies. */
  public static Optional<String> scheduleFile(String policy) {
    return policy.startsWith(SCHEDULED) && policy.length() > SCHEDULED.length()
        ? Optional.of(policy.substring(SCHEDULED.length()))
        : Optional.empty();
  }

  private Contender named(String policy) {
    if (policy.startsWith("reactive:")) {
      return ReactiveContender.tracking(policy, input, reactive(policy).withTarget(share(policy)));
    }
    if (policy.startsWith("step:")) {
      return ReactiveContender.stepping(policy, input, reactive(policy).withTarget(share(policy)));
    }
    Optional<String> file = scheduleFile(policy);
    if (file.isPresent() && schedules.containsKey(file.get())) {
      return new ScheduledContender(policy, input, schedules.get(file.get()));
    }
    return switch (policy) {
      case "kickoff" -> kickoff(policy, ControlMode.FORECAST_AND_SCALE);
      case "kickoff:forecast-only" -> kickoff(policy, ControlMode.FORECAST_ONLY);
      case "kickoff:approve" -> kickoff(policy, ControlMode.APPROVE);
      case "kickoff-alone" -> KickoffContender.alone(input, controller);
      case "reactive" -> ReactiveContender.tracking(policy, input, reactive(policy));
      case "step" -> ReactiveContender.stepping(policy, input, reactive(policy));
      case "aws-predictive" -> new PredictiveContender(input, reactive(policy));
      case "oracle" -> new OracleContender(input);
      case "static" -> StaticContender.initial(input);
      case "static-peak" -> StaticContender.peak(input);
      default ->
          throw new IllegalArgumentException("unknown policy '" + policy + "'; known: " + KNOWN);
    };
  }

  private Contender kickoff(String policy, ControlMode mode) {
    return KickoffContender.beside(policy, mode, input, controller);
  }

  private ReactiveSettings reactive(String policy) {
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

  private static double share(String policy) {
    String kind = policy.substring(0, policy.indexOf(':'));
    try {
      double share = Double.parseDouble(policy.substring(kind.length() + 1));
      if (share > 0 && share <= 1) {
        return share;
      }
    } catch (NumberFormatException e) {
      throw badShare(policy, kind);
    }
    throw badShare(policy, kind);
  }

  private static IllegalArgumentException badShare(String policy, String kind) {
    String what = kind.equals("step") ? "threshold" : "target";
    return new IllegalArgumentException(
        "policy '%s': write the %s as a share, such as %s:0.6".formatted(policy, what, kind));
  }
}
