package dev.kickoff.jobs.proof;

import dev.kickoff.jobs.proof.fault.FaultPlan;
import dev.kickoff.jobs.proof.fault.FaultSpan;
import dev.kickoff.jobs.proof.invariant.Violation;
import dev.kickoff.jobs.proof.run.SeedRun;
import dev.kickoff.jobs.proof.story.Story;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Looks for the smallest reproduction of a violation: the fewest faults, each as short as it may
 * be, and the earliest end of the run.
 *
 * <p>The faults are found by delta debugging: Zeller, Hildebrandt: Simplifying and Isolating
 * Failure-Inducing Input, IEEE TSE 2002. What remains is minimal in that no one fault can go.
 */
public final class Shrinking {
  private final SeedRun run;
  private final Story story;
  private final String invariant;

  /**
   * A run that still violates the invariant.
   *
   * @param seconds the run may end so many seconds after its start
   * @param violation what it then shows
   */
  public record Reproduction(long seed, List<FaultSpan> faults, int seconds, Violation violation) {
    /** What to type to see it again. */
    public String command() {
      String list = faults.stream().map(FaultSpan::toString).collect(Collectors.joining(","));
      return "kickoff prove --seeds 1 --from "
          + seed
          + " --faults "
          + (list.isEmpty() ? "none" : list)
          + " --until "
          + seconds;
    }
  }

  public Shrinking(SeedRun run, long seed, String invariant) {
    this.run = run;
    this.story = Story.of(seed);
    this.invariant = invariant;
  }

  /** The smallest reproduction that is found; empty when not even all the faults show it. */
  public Optional<Reproduction> of(FaultPlan faults) {
    Optional<Violation> all = violation(faults.spans(), Story.SECONDS);
    if (all.isEmpty()) {
      return Optional.empty();
    }
    List<FaultSpan> few = fewest(faults.spans());
    List<FaultSpan> brief = briefest(few);
    Violation shown = violation(brief, Story.SECONDS).orElse(all.get());
    int seconds = (int) Math.min(Story.SECONDS, shown.second() + 1);
    Violation early = violation(brief, seconds).orElse(shown);
    return Optional.of(new Reproduction(story.seed(), brief, seconds, early));
  }

  private Optional<Violation> violation(List<FaultSpan> spans, int seconds) {
    return run.of(story, new FaultPlan(spans), seconds).violations().stream()
        .filter(violation -> violation.invariant().equals(invariant))
        .findFirst();
  }

  private boolean fails(List<FaultSpan> spans) {
    return violation(spans, Story.SECONDS).isPresent();
  }

  private List<FaultSpan> fewest(List<FaultSpan> all) {
    List<FaultSpan> left = all;
    int parts = 2;
    while (!left.isEmpty()) {
      Optional<List<FaultSpan>> smaller = withoutOnePart(left, Math.min(parts, left.size()));
      if (smaller.isPresent()) {
        left = smaller.get();
        parts = Math.max(2, parts - 1);
      } else if (parts >= left.size()) {
        break;
      } else {
        parts = 2 * parts;
      }
    }
    return left;
  }

  private Optional<List<FaultSpan>> withoutOnePart(List<FaultSpan> spans, int parts) {
    for (int i = 0; i < parts; i++) {
      List<FaultSpan> rest = new ArrayList<>(spans.subList(0, i * spans.size() / parts));
      rest.addAll(spans.subList((i + 1) * spans.size() / parts, spans.size()));
      if (fails(rest)) {
        return Optional.of(rest);
      }
    }
    return Optional.empty();
  }

  /** Halves each fault from its end, then from its beginning, for as long as it still fails. */
  private List<FaultSpan> briefest(List<FaultSpan> spans) {
    List<FaultSpan> left = new ArrayList<>(spans);
    for (int i = 0; i < left.size(); i++) {
      boolean shorter = true;
      while (shorter && left.get(i).seconds() > 1) {
        FaultSpan span = left.get(i);
        int half = span.seconds() / 2;
        shorter =
            replaced(left, i, span.during(span.from(), span.seconds() - half))
                || replaced(left, i, span.during(span.from() + half, span.seconds() - half));
      }
    }
    return left;
  }

  private boolean replaced(List<FaultSpan> spans, int i, FaultSpan shorter) {
    FaultSpan before = spans.set(i, shorter);
    boolean fails = fails(spans);
    if (!fails) {
      spans.set(i, before);
    }
    return fails;
  }
}
