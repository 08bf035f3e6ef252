package dev.kickoff.jobs.api.write.event;

import dev.kickoff.jobs.api.http.Refusal;
import dev.kickoff.jobs.api.review.ReviewDesk;
import dev.kickoff.jobs.api.review.Submission;
import dev.kickoff.jobs.api.view.EngineViews;
import dev.kickoff.jobs.api.write.order.OrderOrigin;
import dev.kickoff.model.audit.Fingerprint;
import dev.kickoff.model.calendar.Event;
import dev.kickoff.model.calendar.EventVetting;
import dev.kickoff.model.review.Review;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.TreeMap;

/** Has a second person vouch for events that look like a slip of the hand. */
final class EventReviews implements Submission {
  private static final int DIGEST_LENGTH = 32;

  private final EngineViews views;
  private final EventDesk desk;
  private final ReviewDesk reviews;

  EventReviews(EngineViews views, EventDesk desk, ReviewDesk reviews) {
    this.views = views;
    this.desk = desk;
    this.reviews = reviews;
    reviews.submitting(Review.Kind.EVENT, this);
  }

  /** The review that a version waits as; empty when there is nothing to doubt. */
  Optional<Review> doubted(EventChange change, OrderOrigin origin) {
    if (change.next().isCancelled()) {
      return Optional.empty();
    }
    return doubts(List.of(change.next())).stream()
        .findFirst()
        .map(doubt -> reviews.ask(review(doubt, origin)));
  }

  /** What of these versions is not believed. */
  List<EventVetting.Doubt> doubts(List<Event> versions) {
    return EventVetting.of(views.calendar(), versions, desk.now()).doubts();
  }

  private Review review(EventVetting.Doubt doubt, OrderOrigin origin) {
    Event event = doubt.version();
    String summary =
        "event '%s' (%s) at %s: %s"
            .formatted(event.title(), event.uid(), event.start(), doubt.reason());
    String digest = Fingerprint.of(List.of(event)).substring(0, DIGEST_LENGTH);
    return new Review(
        origin.id(),
        Review.Kind.EVENT,
        Review.EVERY_GROUP,
        Review.Status.PENDING_REVIEW,
        new Review.Request(
            origin.author(), desk.now(), summary, OptionalInt.empty(), OptionalInt.empty()),
        new Review.Proposal(digest, List.of(), List.of(event)),
        Optional.empty());
  }

  @Override
  public Review restated(Review review) {
    Event next = review.proposal().events().get(0);
    int standing =
        views.newestVersion(next.uid()).map(event -> event.version().sequence()).orElse(-1);
    if (standing >= next.version().sequence()) {
      throw Refusal.conflict("event '" + next.uid() + "' has changed since; change it anew");
    }
    return review;
  }

  @Override
  public void submit(Review approved, int minutes) {
    Review.Answer by = approved.answer().orElseThrow();
    Event next = approved.proposal().events().get(0);
    Map<String, String> vouched = new TreeMap<>(next.attributes());
    vouched.put(EventVetting.VOUCHER, by.by());
    Event version =
        new Event(
            next.uid(),
            next.title(),
            next.category(),
            next.start(),
            next.end(),
            vouched,
            next.version());
    EventChange change =
        new EventChange(
            views.newestVersion(next.uid()), version, approved.request().by(), by.comment());
    desk.inTurn(() -> desk.publish(List.of(change), EventDesk.ORIGIN));
  }
}
