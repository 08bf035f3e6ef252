package dev.kickoff.jobs.api.view.order;

import dev.kickoff.model.control.Decision;
import dev.kickoff.model.review.HeldMoves;
import dev.kickoff.model.review.Review;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What waits for a person: the records of the topic, and what newest decisions hold back. */
public final class ReviewsView {
  /** What is held back may be asked again, and so answered again, but not within this. */
  private static final Duration AT_ONCE = Duration.ofMinutes(1);

  private final Map<String, Review> written = new LinkedHashMap<>();
  private final Map<String, List<Review>> held = new HashMap<>();

  /**
   * Takes a record; false when it is known as it is.
   *
   * <p>Of two answers to one request, which two processes gave at once, the first counts.
   */
  public synchronized boolean accept(Review review) {
    Review known = written.get(review.id());
    if (known != null && isOvertaken(review, known)) {
      return false;
    }
    return !review.equals(written.put(review.id(), review));
  }

  private static boolean isOvertaken(Review late, Review known) {
    if (!late.request().equals(known.request())
        || late.answer().isEmpty()
        || known.answer().isEmpty()) {
      return false;
    }
    Review.Answer first = known.answer().get();
    Review.Answer second = late.answer().get();
    boolean atOnce = Duration.between(first.at(), second.at()).abs().compareTo(AT_ONCE) <= 0;
    return !first.equals(second) && atOnce;
  }

  /** Forgets a review whose record was removed. */
  public synchronized void forget(String id) {
    written.remove(id);
  }

  /** Takes the newest decision of a group; what waits since now, and did not before. */
  public synchronized List<Review> accept(Decision decision) {
    List<Review> before = held.getOrDefault(decision.key().group(), List.of());
    List<Review> after = new ArrayList<>();
    List<Review> fresh = new ArrayList<>();
    for (Review review : HeldMoves.of(decision)) {
      Optional<Review> known = before.stream().filter(b -> b.id().equals(review.id())).findFirst();
      after.add(known.orElse(review));
      if (known.isEmpty()) {
        fresh.add(review);
      }
    }
    held.put(decision.key().group(), after);
    return fresh;
  }

  /** One record of the topic; empty where there is none. */
  public synchronized Optional<Review> written(String id) {
    return Optional.ofNullable(written.get(id));
  }

  /** Every record of the topic, oldest first. */
  public synchronized List<Review> written() {
    return List.copyOf(written.values());
  }

  /** What the newest decision of each group holds back, since when it does. */
  public synchronized List<Review> held() {
    return held.values().stream().flatMap(List::stream).toList();
  }

  /** How many wait for an answer: those asked for, and those held back that nobody answered. */
  public synchronized int waiting(Instant now) {
    long asked = written.values().stream().filter(review -> review.isOpen(now)).count();
    long unanswered =
        held.values().stream()
            .flatMap(List::stream)
            .filter(review -> !written.containsKey(review.id()))
            .count();
    return (int) (asked + unanswered);
  }
}
