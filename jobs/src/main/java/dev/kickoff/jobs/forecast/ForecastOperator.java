package dev.kickoff.jobs.forecast;

import dev.kickoff.connectors.kafka.Json;
import dev.kickoff.jobs.forecast.MinuteHistory.DayChunk;
import dev.kickoff.jobs.forecast.calendar.KnownCalendar;
import dev.kickoff.jobs.forecast.edge.CalendarEntry;
import dev.kickoff.jobs.forecast.edge.IssuedForecast;
import dev.kickoff.jobs.forecast.edge.MinuteRow;
import dev.kickoff.jobs.forecast.watch.MethodWatch;
import dev.kickoff.jobs.forecast.watch.MethodWatch.UsedMethod;
import dev.kickoff.jobs.forecast.watch.UnitAlarm;
import dev.kickoff.model.calendar.EventCalendar;
import dev.kickoff.model.demand.DemandSeries;
import dev.kickoff.model.demand.Service;
import dev.kickoff.model.demand.inherit.Inheritance;
import dev.kickoff.model.demand.inherit.Lineage;
import dev.kickoff.model.forecast.DemandForecast;
import dev.kickoff.model.forecast.ForecastIssuer;
import dev.kickoff.model.forecast.ForecastKind;
import dev.kickoff.model.forecast.ForecastRequest;
import dev.kickoff.model.forecast.quality.UnitWatch;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.api.common.state.BroadcastState;
import org.apache.flink.api.common.state.ListState;
import org.apache.flink.api.common.state.ListStateDescriptor;
import org.apache.flink.api.common.state.MapState;
import org.apache.flink.api.common.state.MapStateDescriptor;
import org.apache.flink.api.common.state.ReadOnlyBroadcastState;
import org.apache.flink.api.common.state.ValueState;
import org.apache.flink.api.common.state.ValueStateDescriptor;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.streaming.api.functions.co.KeyedBroadcastProcessFunction;
import org.apache.flink.util.Collector;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Minutes and the calendar to forecasts: the near one at every whole minute, the far one at every
 * quarter of an hour; both once more for the last minute when the calendar has changed.
 *
 * <p>A forecast at T uses the minutes with {@code emittedAt <= T}, whatever has arrived since, and
 * the calendar as known at T or as heard of before it is issued: with the revision that it names it
 * can be recomputed from the topics.
 */
final class ForecastOperator
    extends KeyedBroadcastProcessFunction<String, MinuteRow, CalendarEntry, IssuedForecast> {
  private static final long serialVersionUID = 1L;
  private static final Logger LOG = LoggerFactory.getLogger(ForecastOperator.class);
  private static final long MINUTE = Duration.ofMinutes(1).toMillis();
  private static final long QUARTER = Duration.ofMinutes(15).toMillis();
  private static final ValueStateDescriptor<Long> NEXT_DUE =
      new ValueStateDescriptor<>("next-due", Types.LONG);

  private final long issueFrom;
  private final long maxCatchUp;
  private final IssuerSource source;
  private final Lineage lineage;

  private transient ForecastIssuer issuer;
  private transient MinuteHistory history;
  private transient ListState<MinuteRow> waiting;
  private transient ValueState<Long> nextDue;
  private transient UnitAlarm unitAlarm;
  private transient ValueState<FarMark> lastFar;
  private transient MethodWatch methodWatch;
  private transient MapState<String, UsedMethod> methods;
  private transient KnownCalendar calendar;

  /**
   * Which far forecast was issued last.
   *
   * @param issuedAtMillis in milliseconds of the epoch
   */
  public record FarMark(long issuedAtMillis, long calendarRevision) {}

  ForecastOperator(ForecastJobSettings settings) {
    this.issueFrom = wholeMinute(settings.issueFrom().toEpochMilli());
    this.maxCatchUp =
        settings.time().maxCatchUp().map(Duration::toMillis).orElse(Long.MAX_VALUE / 2);
    this.source = settings.issuer();
    this.lineage = settings.lineage();
  }

  @Override
  public void open(OpenContext context) {
    issuer = source.open();
    calendar = new KnownCalendar();
    history =
        new MinuteHistory(
            getRuntimeContext()
                .getMapState(
                    new MapStateDescriptor<>(
                        "days", Types.LONG, TypeInformation.of(DayChunk.class))),
            getRuntimeContext()
                .getMapState(
                    new MapStateDescriptor<>(
                        "inherited-days", Types.LONG, TypeInformation.of(DayChunk.class))));
    waiting =
        getRuntimeContext()
            .getListState(
                new ListStateDescriptor<>("waiting", TypeInformation.of(MinuteRow.class)));
    nextDue = getRuntimeContext().getState(NEXT_DUE);
    unitAlarm =
        new UnitAlarm(
            getRuntimeContext()
                .getState(
                    new ValueStateDescriptor<>(
                        "units", TypeInformation.of(UnitWatch.Memory.class))),
            getRuntimeContext().getMetricGroup().counter("unitMistakes"));
    lastFar =
        getRuntimeContext()
            .getState(new ValueStateDescriptor<>("last-far", TypeInformation.of(FarMark.class)));
    methodWatch = new MethodWatch(getRuntimeContext().getMetricGroup().counter("demotions"));
    methods =
        getRuntimeContext()
            .getMapState(
                new MapStateDescriptor<>(
                    "methods", Types.STRING, TypeInformation.of(UsedMethod.class)));
  }

  @Override
  public void processElement(MinuteRow row, ReadOnlyContext context, Collector<IssuedForecast> out)
      throws Exception {
    Long due = nextDue.value();
    if (due == null) {
      due = Math.max(issueFrom, wholeMinute(row.emittedAtMillis()));
      context.timerService().registerEventTimeTimer(due);
      nextDue.update(due);
    }
    boolean issued = due > issueFrom;
    if (row.emittedAtMillis() <= (issued ? due - MINUTE : due)) {
      history.put(row);
    } else {
      waiting.add(row);
    }
    if (row.isFinal() && !row.inherited()) {
      unitAlarm.see(row);
    }
  }

  private void watchMethod(DemandForecast forecast) throws Exception {
    UsedMethod before = methods.get(forecast.kind().name());
    UsedMethod now = UsedMethod.of(forecast);
    if (!now.equals(before)) {
      methodWatch.see(forecast, before);
      methods.put(forecast.kind().name(), now);
    }
  }

  @Override
  public void processBroadcastElement(
      CalendarEntry entry, Context context, Collector<IssuedForecast> out) throws Exception {
    BroadcastState<String, String> versions = context.getBroadcastState(KnownCalendar.STATE);
    if (entry.kind() != CalendarEntry.Kind.SETTLED) {
      calendar.take(entry, versions);
      return;
    }
    calendar.hear(versions);
    context.applyToKeyedState(NEXT_DUE, (key, due) -> issueAgain(key, due.value(), versions, out));
  }

  /** The newest forecasts of a service once more, unless they know the calendar already. */
  private void issueAgain(
      String key,
      @Nullable Long due,
      ReadOnlyBroadcastState<String, String> versions,
      Collector<IssuedForecast> out)
      throws Exception {
    FarMark last = lastFar.value();
    if (due == null || last == null) {
      return;
    }
    Instant at = Instant.ofEpochMilli(due - MINUTE);
    EventCalendar now = calendar.at(at, versions);
    if (now.revision() != last.calendarRevision()) {
      issue(known(new Service(key), at, now), out);
    }
  }

  @Override
  public void onTimer(long timestamp, OnTimerContext context, Collector<IssuedForecast> out)
      throws Exception {
    takeInWaiting(timestamp);
    boolean superseded = context.currentWatermark() - timestamp > maxCatchUp;
    if (timestamp >= issueFrom && !superseded) {
      Instant at = Instant.ofEpochMilli(timestamp);
      EventCalendar now = calendar.at(at, context.getBroadcastState(KnownCalendar.STATE));
      issue(known(new Service(context.getCurrentKey()), at, now), out);
    }
    long next = Math.max(issueFrom, timestamp + MINUTE);
    nextDue.update(next);
    context.timerService().registerEventTimeTimer(next);
  }

  private void takeInWaiting(long due) throws Exception {
    List<MinuteRow> later = new ArrayList<>();
    boolean some = false;
    for (MinuteRow row : waiting.get()) {
      some = true;
      if (row.emittedAtMillis() <= due) {
        history.put(row);
      } else {
        later.add(row);
      }
    }
    if (some) {
      waiting.update(later);
    }
  }

  /**
   * What a forecast is made from.
   *
   * @param note what to say of where the minutes came from; empty for its own
   */
  private record Known(
      Service service,
      Instant at,
      DemandSeries minutes,
      EventCalendar calendar,
      Optional<String> note) {
    ForecastRequest request(ForecastKind kind) {
      return new ForecastRequest(at, kind.resolution(), kind.horizon(), minutes, calendar);
    }
  }

  private void issue(Known known, Collector<IssuedForecast> out) throws Exception {
    issue(ForecastKind.NEAR, known, out);
    if (farIsDue(known.at(), known.calendar())) {
      issue(ForecastKind.FAR, known, out);
      lastFar.update(new FarMark(known.at().toEpochMilli(), known.calendar().revision()));
      history.forgetBefore(known.at());
    }
  }

  private Known known(Service service, Instant at, EventCalendar now) throws Exception {
    DemandSeries own = history.before(at);
    Optional<Service> ancestor = lineage.ancestorOf(service);
    if (ancestor.isPresent()) {
      Inheritance left = new Inheritance(ancestor.get(), history.inheritedBefore(at));
      if (left.demand().known() > 0) {
        return new Known(service, at, left.joined(own), now, Optional.of(left.note(own)));
      }
    }
    return new Known(service, at, own, now, Optional.empty());
  }

  /** One that fails is not issued: the older ones grow stale, and minutes keep flowing. */
  private void issue(ForecastKind kind, Known known, Collector<IssuedForecast> out)
      throws Exception {
    Service service = known.service();
    try {
      DemandForecast plain = issuer.issue(service, kind, known.request(kind));
      DemandForecast forecast = known.note().map(plain::adding).orElse(plain);
      watchMethod(forecast);
      out.collect(new IssuedForecast(service.name(), kind.name(), Json.encode(forecast)));
    } catch (IllegalArgumentException | IllegalStateException | ArithmeticException e) {
      LOG.error("no {} forecast of {} at {}", kind, service, known.at(), e);
    }
  }

  private boolean farIsDue(Instant at, EventCalendar now) throws Exception {
    FarMark last = lastFar.value();
    long quarter = Math.floorDiv(at.toEpochMilli(), QUARTER) * QUARTER;
    return last == null
        || last.issuedAtMillis() < quarter
        || last.calendarRevision() != now.revision();
  }

  private static long wholeMinute(long millis) {
    return -Math.floorDiv(-millis, MINUTE) * MINUTE;
  }
}
