package dev.kickoff.jobs.api.review;

import dev.kickoff.jobs.api.http.Refusal;
import dev.kickoff.jobs.api.view.EngineTime;
import dev.kickoff.jobs.api.view.EngineViews;
import dev.kickoff.jobs.api.write.OrderLog;
import dev.kickoff.model.override.OperatorOverride;
import dev.kickoff.model.review.Review;
import dev.kickoff.model.review.Review.Answer;
import dev.kickoff.model.review.Review.Kind;
import dev.kickoff.model.review.Review.Status;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Keeps what waits for a second person, and carries out what was approved. */
public final class ReviewDesk {
  /** How many that were answered are kept. */
  public static final int MOST_ANSWERED = 200;

  private final EngineViews views;
  private final EngineTime time;
  private final OrderLog log;
  private final Map<Kind, Submission> submissions = new EnumMap<>(Kind.class);

  public ReviewDesk(EngineViews views, EngineTime time, OrderLog log) {
    this.views = views;
    this.time = time;
    this.log = log;
    submissions.put(Kind.MOVE, new MoveSubmission(views, time, log));
  }

  /** Names who carries out a kind. */
  public void submitting(Kind kind, Submission submission) {
    submissions.put(kind, submission);
  }

  /** Every review: what waits first, then by when it was asked, newest first. */
  public List<Review> all() {
    Instant now = time.now();
    Map<String, Review> all = new LinkedHashMap<>();
    views.reviews().written().forEach(review -> all.put(review.id(), review.asOf(now)));
    views.reviews().held().stream()
        .filter(held -> asksAgain(held, all.get(held.id()), now))
        .forEach(held -> all.put(held.id(), held));
    return all.values().stream()
        .sorted(
            Comparator.comparing((Review review) -> !review.isOpen(now))
                .thenComparing(review -> review.request().at(), Comparator.reverseOrder())
                .thenComparing(Review::id))
        .toList();
  }

  /** What is held back waits, unless a person answered that lately. */
  private boolean asksAgain(
      Review held, @org.jspecify.annotations.Nullable Review answered, Instant now) {
    if (answered == null || answered.answer().isEmpty()) {
      return true;
    }
    if (answered.status() == Status.DISCARDED) {
      return !answered.answer().get().at().plus(Review.PATIENCE).isAfter(now);
    }
    return views.orders().book().inForce(held.group(), now).stream()
        .noneMatch(order -> order.id().equals(MoveSubmission.orderId(held)));
  }

  /** One review. */
  public Review review(String id) {
    return all().stream()
        .filter(review -> review.id().equals(id))
        .findFirst()
        .orElseThrow(
            () -> new Refusal(404, "there is no review '" + id + "'; GET /v1/reviews lists them"));
  }

  /** Enters what waits from now on; what waits already under its id is left as it is. */
  public synchronized Review ask(Review review) {
    boolean known =
        views.reviews().written().stream().anyMatch(each -> each.id().equals(review.id()));
    if (!known) {
      log.write(review, review.request().by());
      tidy();
    }
    return review(review.id());
  }

  /** Approves what the digest names, and does it. */
  public synchronized Review approve(String id, String digest, Answer by, int minutes) {
    Review review = review(id);
    if (by.by().equals(review.request().by())) {
      throw new Refusal(403, by.by() + " asked for it; somebody else must approve it");
    }
    Submission submission = submission(review);
    if (review.status() == Status.PENDING_REVIEW) {
      Review restated = submission.restated(review);
      if (!restated.equals(review)) {
        log.write(restated, Review.ENGINE);
      }
      check(restated, digest);
    } else {
      check(review, digest);
    }
    Review approved = answered(() -> review.approved(by));
    settle(approved, by.by());
    submission.submit(approved, minutes);
    log.write(approved.submitted(), by.by());
    tidy();
    return review(id);
  }

  /** Discards what the digest names. */
  public synchronized Review reject(String id, String digest, Answer by) {
    Review review = review(id);
    check(review, digest);
    settle(answered(() -> review.discarded(by)), by.by());
    tidy();
    return review(id);
  }

  /** Writes an answer; one that another process was quicker to give stands instead of it. */
  private void settle(Review answered, String by) {
    log.write(answered, by);
    Review stands = views.reviews().written(answered.id()).orElse(answered);
    if (!stands.answer().equals(answered.answer())) {
      log.write(stands, Review.ENGINE); // the newest record of an id is what the topic keeps
      throw Refusal.conflict(
          "%s has answered it in the same moment; it is %s"
              .formatted(
                  stands.answer().map(Answer::by).orElse("somebody"),
                  stands.status().name().toLowerCase(Locale.ROOT)));
    }
  }

  private Submission submission(Review review) {
    Submission submission = submissions.get(review.kind());
    if (submission == null) {
      throw new IllegalStateException("nobody carries out reviews of kind " + review.kind());
    }
    return submission;
  }

  private static void check(Review review, String digest) {
    if (!review.proposal().digest().equals(digest)) {
      throw Refusal.conflict(
          "it has changed; it is now digest %s: %s"
              .formatted(review.proposal().digest(), review.request().summary()));
    }
  }

  private static Review answered(java.util.function.Supplier<Review> transition) {
    try {
      return transition.get();
    } catch (IllegalStateException e) {
      throw Refusal.conflict(String.valueOf(e.getMessage()));
    }
  }

  /** Of those that were answered the newest are kept. */
  private void tidy() {
    Instant now = time.now();
    List<Review> answered = new ArrayList<>(views.reviews().written());
    answered.removeIf(review -> review.isOpen(now) || review.status() == Status.APPROVED);
    answered.sort(Comparator.comparing(review -> review.request().at()));
    for (int i = 0; i < answered.size() - MOST_ANSWERED; i++) {
      log.forget(answered.get(i));
    }
  }

  /** The orders that are known. */
  List<OperatorOverride> orders() {
    return views.orders().book().overrides();
  }
}
