package dev.kickoff.jobs.offline;

import dev.kickoff.model.simulation.PolicyScore;
import dev.kickoff.model.simulation.ReplayReport.Scores;
import dev.kickoff.model.simulation.Scorecard;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * What the scores of a replay come to, in words: Kickoff (or else the first policy) against the
 * group's own reactive policy where both were played, better or worse as it was.
 *
 * <p>Compared is what is shown: two shares that read the same are called the same.
 */
final class ReplayVerdict {
  private static final String REACTIVE = "reactive";

  private final Map<String, Scores> scores;

  private ReplayVerdict(Map<String, Scores> scores) {
    this.scores = scores;
  }

  /** The verdict on these scores by policy; empty without any. */
  static String of(Map<String, Scores> scores) {
    ReplayVerdict verdict = new ReplayVerdict(scores);
    return verdict.named("kickoff").or(verdict::first).map(verdict::on).orElse("");
  }

  /** What acting would have done, in words. */
  static String of(Scorecard card) {
    long minutes = Math.abs(card.minutesSaved());
    String spared =
        minutes == 0
            ? "left as many under-provisioned minutes"
            : text(
                "%s %,d under-provisioned minute%s",
                card.minutesSaved() > 0 ? "spared" : "added", minutes, minutes == 1 ? "" : "s");
    return text(
        "Scorecard: acting would have %s, taken %,.1f host-hours %s and cost %,.2f %s.",
        spared,
        Math.abs(card.moreHostHours()),
        card.moreHostHours() < 0 ? "fewer" : "more",
        Math.abs(card.moreCost()),
        card.moreCost() < 0 ? "less" : "more");
  }

  /** The policy of this name, or else the first whose name begins with it. */
  private Optional<String> named(String prefix) {
    return scores.containsKey(prefix)
        ? Optional.of(prefix)
        : scores.keySet().stream().filter(policy -> policy.startsWith(prefix)).findFirst();
  }

  private Optional<String> first() {
    return scores.keySet().stream().findFirst();
  }

  private PolicyScore overall(String policy) {
    return score(policy).overall();
  }

  private Scores score(String policy) {
    return Optional.ofNullable(scores.get(policy)).orElseThrow();
  }

  private String on(String policy) {
    if (overall(policy).minutes() == 0) {
      return "No minute of the span has known demand, so nothing can be said about shortage.";
    }
    Optional<String> rival = named(REACTIVE).filter(other -> !other.equals(policy));
    String against = rival.map(other -> against(policy, other)).orElseGet(() -> alone(policy));
    return against + oracle(policy);
  }

  private String alone(String policy) {
    PolicyScore own = overall(policy);
    return text(
        "%s was short of hosts in %s of the minutes, with %,.0f host-hours.",
        policy, percent(own.underShare()), own.hostHours());
  }

  private String against(String policy, String rival) {
    PolicyScore own = overall(policy);
    PolicyScore other = overall(rival);
    String hours = change(own.hostHours(), other.hostHours(), " host-hours");
    String cost = change(own.cost(), other.cost(), "");
    return text(
        "%s; %s used %s, and cost %s at the fleet's prices.%s",
        shortage(policy, rival), policy, hours, cost, aroundEvents(policy, rival));
  }

  private String shortage(String policy, String rival) {
    double own = overall(policy).underShare();
    double other = overall(rival).underShare();
    if (own == 0 && other == 0) {
      return text("Neither %s nor %s was ever short of hosts", policy, rival);
    }
    if (percent(own).equals(percent(other))) {
      return text("%s and %s were both short in %s of the minutes", policy, rival, percent(own));
    }
    return text(
        "%s was short of hosts %s often than %s, in %s of the minutes against %s",
        policy, own > other ? "more" : "less", rival, percent(own), percent(other));
  }

  private String aroundEvents(String policy, String rival) {
    PolicyScore own = score(policy).aroundEvents();
    double other = score(rival).aroundEvents().underShare();
    boolean unsaid =
        own.minutes() > 0 && overall(policy).underShare() + overall(rival).underShare() > 0;
    return unsaid
        ? text(
            " Around events %s was short in %s of the minutes, %s in %s.",
            policy, percent(own.underShare()), rival, percent(other))
        : "";
  }

  private String oracle(String policy) {
    if (!scores.containsKey("oracle") || policy.equals("oracle")) {
      return "";
    }
    double oracle = overall("oracle").hostHours();
    return text(
        " Beside the oracle, which knows all demand ahead, %s used %s.",
        policy, change(overall(policy).hostHours(), oracle, " host-hours"));
  }

  private static String change(double own, double other, String what) {
    String size = text("%.1f %%", 100 * Math.abs(own / other - 1));
    if (other <= 0 || size.equals("0.0 %")) {
      return "the same" + what;
    }
    return size + (own > other ? " more" : " less") + what;
  }

  private static String percent(double share) {
    return text("%.2f %%", 100 * share);
  }

  private static String text(String format, Object... values) {
    return String.format(Locale.ROOT, format, values);
  }
}
