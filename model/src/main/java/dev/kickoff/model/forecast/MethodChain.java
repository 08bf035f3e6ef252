package dev.kickoff.model.forecast;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Methods that stand in for one another, the best first: the first is used that has the history it
 * needs and described the last day well enough.
 *
 * <p>A method that fails on its last day is passed over only for a later one that does not; where
 * all fail, the first is kept. The choice is a function of the request alone, so a method returns
 * when its test passes again.
 */
record MethodChain(List<Forecaster> methods) {

  /**
   * What is used, and why.
   *
   * @param note without a basis
   */
  record Chosen(ForecastModel model, MethodNote note) {}

  /** A method that was learnt, with how it did on the last day. */
  private record Tried(Forecaster method, ForecastModel model, LastDay day) {}

  /**
   * Learns from a past.
   *
   * @throws IllegalArgumentException when no method can be used; the message says why for each
   */
  Chosen learn(ForecastRequest past) {
    List<String> unfit = new ArrayList<>();
    for (int i = 0; i < methods.size(); i++) {
      Optional<String> reason = methods.get(i).unfitFor(past);
      if (reason.isEmpty()) {
        return tested(tried(methods.get(i), past), i, unfit, past);
      }
      unfit.add(methods.get(i).name() + " " + reason.get());
    }
    throw new IllegalArgumentException("no method can be used: " + String.join("; ", unfit));
  }

  private static Tried tried(Forecaster method, ForecastRequest past) {
    ForecastModel model = method.fit(past);
    return new Tried(method, model, LastDay.of(model, past));
  }

  private Chosen tested(Tried first, int at, List<String> unfit, ForecastRequest past) {
    List<String> passedOver = new ArrayList<>(unfit);
    Tried last = first;
    for (int i = at + 1; i < methods.size() && last.day().isSuspect(); i++) {
      if (methods.get(i).unfitFor(past).isEmpty()) {
        Tried next = tried(methods.get(i), past);
        Optional<String> reason = last.day().reasonAgainst(next.day(), next.method().name());
        if (reason.isEmpty()) {
          break;
        }
        passedOver.add(last.method().name() + ": " + reason.get());
        if (next.day().standsInFor(first.day())) {
          return chosen(
              next, "the first choice that passed the test of its last day", passedOver, past);
        }
        last = next;
      }
    }
    String why = unfit.isEmpty() ? "the first choice" : "the first choice that can be used";
    return chosen(first, why, unfit, past);
  }

  private static Chosen chosen(
      Tried used, String why, List<String> passedOver, ForecastRequest past) {
    String reason = why + ", learnt from history before " + past.issuedAt();
    return new Chosen(used.model(), new MethodNote(used.method().name(), reason, passedOver));
  }
}
