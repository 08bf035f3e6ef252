package dev.kickoff.jobs.api.write.order;

import dev.kickoff.jobs.api.http.Problem.Field;
import dev.kickoff.jobs.api.http.Query;
import dev.kickoff.jobs.api.http.Refusal;
import dev.kickoff.jobs.api.view.EngineViews;
import dev.kickoff.model.control.GroupSettings;
import dev.kickoff.model.fleet.GroupSize;
import dev.kickoff.model.override.OperatorOverride;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What must hold of an order before it is given; everything that does not is said at once. */
public final class OrderCheck {
  private static final int MINUTES = 120;
  private static final Duration SKEW = Duration.ofMinutes(1);
  private static final Duration AHEAD = Duration.ofDays(30);

  private final EngineViews views;
  private final List<Field> faults = new ArrayList<>();

  private OrderCheck(EngineViews views) {
    this.views = views;
  }

  /**
   * The order that a request asks for.
   *
   * @param now engine time
   * @throws Refusal with 422 and every fault
   */
  public static OperatorOverride order(
      OrderRequest request, EngineViews views, Instant now, OrderOrigin origin) {
    OrderCheck check = new OrderCheck(views);
    check.group(request);
    check.hosts(request);
    Instant from = check.from(request, now);
    Instant until = check.until(request, from, now);
    if (!check.faults.isEmpty()) {
      throw Refusal.body(check.faults);
    }
    return new OperatorOverride(
        origin.id(),
        request.group(),
        request.order(),
        request.hosts().orElse(0),
        from,
        until,
        origin.author(),
        request.reason().strip());
  }

  private void fault(String field, String detail) {
    faults.add(new Field("/" + field, detail));
  }

  private void group(OrderRequest request) {
    if (request.group().isPresent() && views.group(request.group().get()).isEmpty()) {
      List<String> known = views.groups().stream().map(GroupSettings::group).toList();
      fault(
          "group",
          "is '" + request.group().get() + "', which is unknown; known: " + Query.listed(known));
    }
    if (request.reason().strip().length() < 10) {
      fault("reason", "must say why in at least 10 characters, blanks around it not counted");
    }
  }

  private void hosts(OrderRequest request) {
    boolean counts = request.order().countsHosts();
    if (!counts && request.hosts().isPresent()) {
      fault("hosts", "is given, but a " + request.kind() + " has none; leave it out");
    } else if (counts && request.hosts().isEmpty()) {
      fault("hosts", "is missing; a " + request.kind() + " says how many");
    } else if (counts) {
      targets(views, request.group()).forEach(group -> within(group, request));
    }
  }

  private void within(GroupSettings group, OrderRequest request) {
    GroupSize bounds = group.bounds();
    int hosts = request.hosts().getAsInt();
    if (hosts < bounds.min() || hosts > bounds.max()) {
      fault(
          "hosts",
          "is %d; group %s may have %d to %d"
              .formatted(hosts, group.group(), bounds.min(), bounds.max()));
    }
  }

  /** The groups that an order is for; none for one that is not known. */
  static List<GroupSettings> targets(EngineViews views, Optional<String> group) {
    return group.map(name -> views.group(name).stream().toList()).orElseGet(views::groups);
  }

  private Instant from(OrderRequest request, Instant now) {
    Instant from = request.from().orElse(now);
    if (from.isBefore(now.minus(SKEW))) {
      fault("from", "is " + from + ", which is past; it is " + now + " now");
    } else if (from.isAfter(now.plus(AHEAD))) {
      fault("from", "is " + from + ", more than " + AHEAD.toDays() + " days ahead");
    }
    return from.isBefore(now) ? now : from;
  }

  private Instant until(OrderRequest request, Instant from, Instant now) {
    if (request.until().isPresent() && request.minutes().isPresent()) {
      fault("minutes", "is given beside until; give one of them");
    }
    Instant until =
        request
            .until()
            .orElseGet(() -> from.plus(Duration.ofMinutes(request.minutes().orElse(MINUTES))));
    Duration longest = request.order().longest();
    String field = request.until().isPresent() ? "until" : "minutes";
    if (!until.isAfter(from) || !until.isAfter(now)) {
      fault(field, "ends it at " + until + ", before it begins");
    } else if (Duration.between(from, until).compareTo(longest) > 0) {
      fault(
          field,
          "lets it last until %s; %s lasts at most %d hours"
              .formatted(until, request.kind(), longest.toHours()));
    }
    return until;
  }
}
