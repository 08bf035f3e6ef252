package dev.kickoff.model.lab.compare;

import dev.kickoff.model.forecast.accuracy.Interval;
import dev.kickoff.model.lab.compare.Finding.GuardFinding;
import dev.kickoff.model.lab.compare.Finding.State;
import dev.kickoff.model.lab.compare.Verdict.Kind;
import java.util.List;
import java.util.Locale;
import java.util.OptionalLong;
import java.util.stream.Collectors;

/**
 * How one variant is judged.
 *
 * @param worth the smallest improvement worth having, in the metric's unit
 * @param gained the improvement, with its interval
 */
record Ruling(Trial trial, Hypothesis hypothesis, double worth, Interval gained) {
  /** More pairs than anybody would play. */
  private static final double MOST = 1e6;

  Verdict verdict(List<GuardFinding> guards, boolean isSure) {
    if (trial.size() < Judgement.LEAST_PAIRS) {
      long missing = Judgement.LEAST_PAIRS - trial.size();
      return open("Only %s; play %s more.".formatted(pairs(trial.size()), pairs(missing)), missing);
    }
    List<GuardFinding> broken = in(State.BROKEN, guards);
    if (!broken.isEmpty()) {
      return new Verdict(
          Kind.WORSE, "%s; %s.".formatted(primary(), words(broken)), OptionalLong.empty());
    }
    if (gained.low() >= worth && gained.low() > 0 && isSure) {
      List<GuardFinding> unsure = in(State.UNSURE, guards);
      return unsure.isEmpty()
          ? new Verdict(Kind.BETTER, primary() + ".", OptionalLong.empty())
          : open(
              "%s, but whether the guards are kept is not sure: %s."
                  .formatted(primary(), words(unsure)),
              unsure.stream().mapToLong(this::further).max().orElse(0));
    }
    if (gained.high() <= -worth && gained.high() < 0 && isSure) {
      return new Verdict(Kind.WORSE, primary() + ".", OptionalLong.empty());
    }
    if (gained.low() >= -worth && gained.high() <= worth) {
      return new Verdict(Kind.NO_DIFFERENCE, within(), OptionalLong.empty());
    }
    return undecided();
  }

  private Verdict undecided() {
    String range =
        "an improvement of %s lies within %s to %s, and %s is worth having"
            .formatted(
                hypothesis.metric().words(),
                amount(gained.low()),
                amount(gained.high()),
                amount(worth));
    double edge = Math.abs(Math.abs(gained.value()) - worth);
    return open(range + ".", further(gained, edge));
  }

  private Verdict open(String words, long further) {
    OptionalLong more = further > 0 ? OptionalLong.of(further) : OptionalLong.empty();
    String need =
        trial.size() < Judgement.LEAST_PAIRS
            ? ""
            : further > 0
                ? " About %s more would decide.".formatted(pairs(further))
                : " No number of %s would decide: it is as good as at the limit."
                    .formatted(trial.unit() == Trial.Unit.DAY ? "days" : "draws");
    return new Verdict(Kind.NOT_ENOUGH_EVIDENCE, capital(words) + need, more);
  }

  private long further(GuardFinding guard) {
    Interval found = guard.found().difference();
    return further(found, Math.abs(found.value() - guard.most()));
  }

  /** Intervals shrink with the root of the number of pairs; 0 where no number would do. */
  private long further(Interval found, double edge) {
    double half = Math.max(found.high() - found.value(), found.value() - found.low());
    double needed = trial.size() * Math.pow(half / edge, 2);
    if (!(needed < MOST)) {
      return 0;
    }
    return rounded(Math.max(1, (long) Math.ceil(needed) - trial.size()));
  }

  /** Up to two digits: the number is a guess. */
  private static long rounded(long number) {
    long unit = 1;
    while (number / unit >= 100) {
      unit *= 10;
    }
    return (number + unit - 1) / unit * unit;
  }

  private String primary() {
    boolean improved = gained.value() >= 0;
    double nearest = improved ? gained.low() : gained.high();
    boolean less = improved != hypothesis.increase();
    double far = Math.abs(improved ? Math.max(0, nearest) : Math.min(0, nearest));
    return "%s %s by %s (%s to %s)"
        .formatted(
            capital(hypothesis.metric().words()),
            less ? "falls" : "rises",
            amount(Math.abs(gained.value())),
            amount(far),
            amount(Math.abs(improved ? gained.high() : gained.low())));
  }

  private String within() {
    if (gained.low() == 0 && gained.high() == 0) {
      return "%s is the same in every pair.".formatted(capital(hypothesis.metric().words()));
    }
    return "Any improvement of %s lies within %s to %s; only %s is worth having."
        .formatted(
            hypothesis.metric().words(),
            amount(gained.low()),
            amount(gained.high()),
            amount(worth));
  }

  private static List<GuardFinding> in(State state, List<GuardFinding> guards) {
    return guards.stream().filter(guard -> guard.state() == state).toList();
  }

  private static String words(List<GuardFinding> guards) {
    return guards.stream()
        .map(
            guard ->
                "%s may grow by %s and grows by %s to %s"
                    .formatted(
                        guard.guard().metric().words(),
                        amount(guard.most(), guard.guard().metric()),
                        amount(guard.found().difference().low(), guard.guard().metric()),
                        amount(guard.found().difference().high(), guard.guard().metric())))
        .collect(Collectors.joining("; "));
  }

  private String pairs(long number) {
    return trial.unit().count(number);
  }

  private String amount(double value) {
    return amount(value, hypothesis.metric());
  }

  /** Three digits that matter, and the unit. */
  private static String amount(double value, Metric metric) {
    double size = Math.abs(value);
    int places = size >= 100 ? 0 : size >= 10 ? 1 : size >= 0.1 || size == 0 ? 2 : 4;
    String number = String.format(Locale.ROOT, "%." + places + "f", value == 0 ? 0.0 : value);
    String plain = number.contains(".") ? number.replaceAll("\\.?0+$", "") : number;
    return metric.unit().isEmpty() ? plain : plain + " " + metric.unit();
  }

  private static String capital(String words) {
    return words.substring(0, 1).toUpperCase(Locale.ROOT) + words.substring(1);
  }
}
