package dev.kickoff.jobs.api.view.order;

import dev.kickoff.model.control.Decision;
import dev.kickoff.model.review.HeldMoves;
import dev.kickoff.model.review.Review;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What waits for a person: the records of the topic, and what newest decisions hold back. */
public final class ReviewsView {
  private final Map<String, Review> written = new LinkedHashMap<>();
  private final Map<String, List<Review>> held = new HashMap<>();

  /** Takes a record; false when it is known as it is. */
  public synchronized boolean accept(Review review) {
    return !review.equals(written.put(review.id(), review));
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

  /** Every record of the topic, oldest first. */
  public synchronized List<Review> written() {
    return List.copyOf(written.values());
  }

  /** What the newest decision of each group holds back, since when it does. */
  public synchronized List<Review> held() {
    return held.values().stream().flatMap(List::stream).toList();
  }
}
