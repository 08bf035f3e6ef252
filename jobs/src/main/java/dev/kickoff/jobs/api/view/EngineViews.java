package dev.kickoff.jobs.api.view;

import dev.kickoff.jobs.api.past.DecisionFilter;
import dev.kickoff.jobs.api.past.PastDecision;
import dev.kickoff.jobs.api.view.ledger.LedgerView;
import dev.kickoff.jobs.api.view.order.Arrivals;
import dev.kickoff.jobs.api.view.order.OverridesView;
import dev.kickoff.jobs.api.view.order.ReviewsView;
import dev.kickoff.model.calendar.Event;
import dev.kickoff.model.calendar.EventCalendar;
import dev.kickoff.model.capacity.CapacityPlan;
import dev.kickoff.model.control.Decision;
import dev.kickoff.model.control.GroupSettings;
import dev.kickoff.model.demand.MinuteDemand;
import dev.kickoff.model.demand.Service;
import dev.kickoff.model.fleet.FleetState;
import dev.kickoff.model.forecast.DemandForecast;
import dev.kickoff.model.forecast.ForecastKind;
import dev.kickoff.model.forecast.health.BucketHealth;
import dev.kickoff.model.override.OperatorOverride;
import dev.kickoff.model.review.Review;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Predicate;

/**
 * What the engine knows, for people and programs to look at: the newest 48 hours of minutes, the
 * current forecasts and plans, the fleet, the newest decisions and the calendar.
 *
 * <p>Fed with the records of the topics in topic order; records may come twice. Bounded in memory;
 * thread-safe. A group that is not configured, and its decisions, are not shown.
 */
public final class EngineViews {
  /** How far back minutes are kept, from the newest one. */
  public static final Duration KEPT = Duration.ofHours(48);

  private static final Duration DEFAULT_LEAD = Duration.ofMinutes(10);

  private final Map<String, GroupSettings> groups = new LinkedHashMap<>();
  private final InstantSource clock;
  private final List<ViewListener> listeners = new CopyOnWriteArrayList<>();
  private final Map<Service, ServiceHistory> services = new TreeMap<>();
  private final Map<String, GroupHistory> histories = new LinkedHashMap<>();
  private final Map<Service, List<GroupSettings>> carriers = new HashMap<>();
  private final LedgerView ledger = new LedgerView();
  private final CalendarView calendar = new CalendarView();
  private final OverridesView orders = new OverridesView();
  private final ReviewsView reviews = new ReviewsView();
  private final Arrivals arrivals = new Arrivals();

  /**
   * @param groups every group that is shown, in the order in which it is shown
   * @param clock engine time
   */
  public EngineViews(Collection<GroupSettings> groups, InstantSource clock) {
    this.clock = clock;
    for (GroupSettings settings : groups) {
      this.groups.put(settings.group(), settings);
      histories.put(settings.group(), new GroupHistory());
      carriers.computeIfAbsent(settings.service(), s -> new ArrayList<>()).add(settings);
      services.computeIfAbsent(
          settings.service(), s -> new ServiceHistory(settings.leadTime().p95()));
    }
  }

  public void addListener(ViewListener listener) {
    listeners.add(listener);
  }

  public void accept(MinuteDemand minute) {
    synchronized (this) {
      service(minute.service()).accept(minute);
    }
    tell(ViewTopic.MINUTE, minute.service() + " " + minute.minute(), minute);
  }

  public void accept(DemandForecast forecast) {
    if (isCurrent(forecast)) {
      tell(ViewTopic.FORECAST, forecast.service() + " " + forecast.kind(), forecast);
    }
  }

  private synchronized boolean isCurrent(DemandForecast forecast) {
    return service(forecast.service()).accept(forecast);
  }

  public void accept(CapacityPlan plan) {
    if (taken(plan.group(), history -> history.accept(plan))) {
      tell(ViewTopic.PLAN, plan.group(), plan);
    }
  }

  public void accept(FleetState state) {
    if (taken(state.group(), history -> history.accept(state))) {
      Instant minute = state.observedAt().truncatedTo(ChronoUnit.MINUTES);
      tell(ViewTopic.FLEET, state.group() + " " + minute, state);
    }
  }

  public void accept(Decision decision) {
    String group = decision.key().group();
    if (taken(group, history -> history.accept(decision))) {
      tell(ViewTopic.DECISION, group + " " + decision.key().sequence(), decision);
      reviews.accept(decision).forEach(held -> tell(ViewTopic.REVIEW, held.id(), held));
    }
  }

  private synchronized boolean taken(String group, Predicate<GroupHistory> news) {
    GroupHistory history = histories.get(group);
    return history != null && news.test(history);
  }

  public void accept(Event event) {
    accept(event, Optional.empty());
  }

  /**
   * Takes a version of an event.
   *
   * @param origin who wrote it
   */
  public void accept(Event event, Optional<String> origin) {
    synchronized (this) {
      if (!calendar.accept(event, origin)) {
        return;
      }
    }
    tell(ViewTopic.EVENT, event.uid(), event);
  }

  /**
   * Takes a version of an order.
   *
   * @param writtenAt wall time at which it stood in the topic
   */
  public void accept(OperatorOverride order, Instant writtenAt) {
    if (orders.accept(order, writtenAt)) {
      tell(ViewTopic.OVERRIDE, order.id(), order);
    }
  }

  /** Takes what waits for a person, or was answered. */
  public void accept(Review review) {
    if (reviews.accept(review)) {
      tell(ViewTopic.REVIEW, review.id(), review);
    }
  }

  /** What waits for a person. */
  public ReviewsView reviews() {
    return reviews;
  }

  /** What people ordered. */
  public OverridesView orders() {
    return orders;
  }

  /** How far the topics have reached these views. */
  public Arrivals arrivals() {
    return arrivals;
  }

  private void tell(ViewTopic topic, String key, Object record) {
    ViewChange change = new ViewChange(topic, key, record);
    listeners.forEach(listener -> listener.changed(change));
  }

  private ServiceHistory service(Service service) {
    return services.computeIfAbsent(service, s -> new ServiceHistory(DEFAULT_LEAD));
  }

  /** The configured groups, in the order in which they are shown. */
  public List<GroupSettings> groups() {
    return List.copyOf(groups.values());
  }

  public Optional<GroupSettings> group(String group) {
    return Optional.ofNullable(groups.get(group));
  }

  /** The groups that carry a service; empty for one that only has demand. */
  public List<GroupSettings> groupsOf(Service service) {
    return List.copyOf(carriers.getOrDefault(service, List.of()));
  }

  /** Every service that is known, by name. */
  public synchronized List<Service> services() {
    return List.copyOf(services.keySet());
  }

  /** The newest minute of a service, final or not. */
  public synchronized Optional<MinuteDemand> newestMinute(Service service) {
    return Optional.ofNullable(services.get(service)).flatMap(ServiceHistory::newest);
  }

  /** The end of the newest final minute of a service. */
  public synchronized Optional<Instant> finalThrough(Service service) {
    return Optional.ofNullable(services.get(service)).flatMap(ServiceHistory::finalThrough);
  }

  /** The current forecast of a kind. */
  public synchronized Optional<DemandForecast> forecast(Service service, ForecastKind kind) {
    return Optional.ofNullable(services.get(service)).flatMap(s -> s.forecast(kind));
  }

  /** How well the forecasts of a service held lately, by how far ahead; empty without any. */
  public synchronized List<BucketHealth> health(Service service) {
    return Optional.ofNullable(services.get(service)).map(ServiceHistory::health).orElse(List.of());
  }

  /** The newest plan of a group. */
  public synchronized Optional<CapacityPlan> plan(String group) {
    return Optional.ofNullable(histories.get(group)).flatMap(GroupHistory::plan);
  }

  /** A group as last seen. */
  public synchronized Optional<FleetState> fleet(String group) {
    return Optional.ofNullable(histories.get(group)).flatMap(GroupHistory::newestState);
  }

  /** The newest decision on a group. */
  public synchronized Optional<Decision> newestDecision(String group) {
    return Optional.ofNullable(histories.get(group)).flatMap(g -> g.decisions().newest());
  }

  /** One decision; empty when it is not or no longer kept. */
  public synchronized Optional<Decision> decision(String group, long sequence) {
    return Optional.ofNullable(histories.get(group)).flatMap(g -> g.decisions().decision(sequence));
  }

  /** The decisions asked for, newest first. */
  public synchronized List<PastDecision> decisions(DecisionFilter filter) {
    return histories.entrySet().stream()
        .filter(entry -> filter.group().map(entry.getKey()::equals).orElse(true))
        .flatMap(entry -> entry.getValue().decisions().newest(filter))
        .map(PastDecision::of)
        .sorted(PastDecision.ORDER)
        .limit(filter.limit())
        .toList();
  }

  /** Minutes missing between the first and the last that are kept. */
  public synchronized long gaps(Service service) {
    return Optional.ofNullable(services.get(service)).map(ServiceHistory::gaps).orElse(0L);
  }

  /** What belongs to the decisions. */
  public LedgerView ledger() {
    return ledger;
  }

  /** The version of an event that counts, also when it calls it off; empty for an unknown one. */
  public synchronized Optional<Event> newestVersion(String uid) {
    return calendar.newest(uid);
  }

  /** Who wrote the version of an event that counts; empty where that is not said. */
  public synchronized Optional<String> originOf(String uid) {
    return calendar.origin(uid);
  }

  /** The highest revision of any version; 0 when there is none. */
  public synchronized long calendarRevision() {
    return calendar.calendar().revision();
  }

  /** The calendar as it is known at this moment of engine time. */
  public synchronized EventCalendar calendar() {
    return calendar.calendar().asKnownAt(clock.instant());
  }

  /**
   * The minutes of a service in [{@code from}, {@code until}) of which anything is known, oldest
   * first and none after now.
   *
   * @param group whose sizes are shown; empty for none
   */
  public synchronized List<TimelineRow> timeline(
      Service service, Optional<GroupSettings> group, Instant from, Instant until) {
    ServiceHistory demand = services.get(service);
    if (demand == null) {
      return List.of();
    }
    Instant now = clock.instant();
    return new Timeline(service, demand, group, group.map(g -> histories.get(g.group())))
        .rows(from, until.isBefore(now) ? until : now);
  }
}
