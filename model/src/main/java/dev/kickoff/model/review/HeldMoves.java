package dev.kickoff.model.review;

import dev.kickoff.model.audit.Fingerprint;
import dev.kickoff.model.control.Decision;
import dev.kickoff.model.control.Verdict;
import dev.kickoff.model.review.Review.Kind;
import dev.kickoff.model.review.Review.Proposal;
import dev.kickoff.model.review.Review.Request;
import dev.kickoff.model.review.Review.Status;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;

/**
 * What a decision holds back until a person approves it.
 *
 * <p>A want moves a little from tick to tick, so what is asked for is rounded up to two figures:
 * identity and digest stay the same while the same thing waits.
 */
public final class HeldMoves {
  private static final Set<String> ASKING = Set.of("large-moves", "plausible-want", "spend");
  private static final int ID_LENGTH = 20;
  private static final int FEW = 20;
  private static final int SOME = 100;
  private static final int STEP_OF_SOME = 5;

  private HeldMoves() {}

  /** One for each guardrail that holds something back, in the order of the trail. */
  public static List<Review> of(Decision decision) {
    return decision.trail().stream()
        .filter(v -> ASKING.contains(v.guardrail()) && v.intervened())
        .map(verdict -> review(decision, verdict))
        .toList();
  }

  private static Review review(Decision decision, Verdict verdict) {
    String group = decision.key().group();
    int hosts = rounded(verdict.proposed());
    String way = verdict.proposed() > verdict.allowed() ? "raise" : "lower";
    String digest = Fingerprint.of(List.of(group, verdict.guardrail(), way, hosts));
    String summary =
        "%s %s from %d to %d is held by %s: %s; an approval is for up to %d hosts"
            .formatted(
                way,
                group,
                decision.change().from(),
                verdict.proposed(),
                verdict.guardrail(),
                verdict.reason(),
                hosts);
    return new Review(
        digest.substring(0, ID_LENGTH),
        Kind.MOVE,
        group,
        Status.PENDING_REVIEW,
        new Request(
            Review.ENGINE,
            decision.key().at(),
            summary,
            OptionalInt.of(decision.change().from()),
            OptionalInt.of(hosts)),
        new Proposal(digest, List.of(), List.of()),
        Optional.empty());
  }

  /** The next number with two figures, or the next five below a hundred. */
  static int rounded(int hosts) {
    int step = hosts < FEW ? 1 : STEP_OF_SOME;
    for (int limit = SOME; hosts >= limit; limit *= 10) {
      step = limit / 10;
    }
    return Math.max(1, (hosts + step - 1) / step * step);
  }
}
