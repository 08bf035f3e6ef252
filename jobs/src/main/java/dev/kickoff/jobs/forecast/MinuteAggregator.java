package dev.kickoff.jobs.forecast;

import dev.kickoff.jobs.forecast.CellState.Figures;
import dev.kickoff.jobs.forecast.edge.DeadRecord;
import dev.kickoff.jobs.forecast.edge.MeasuredMinute;
import dev.kickoff.jobs.forecast.edge.MinuteRow;
import dev.kickoff.jobs.forecast.edge.ReadSample;
import dev.kickoff.model.demand.MinuteCell;
import dev.kickoff.model.demand.MinuteReading;
import dev.kickoff.model.demand.signal.SignalReading;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Objects;
import java.util.OptionalDouble;
import java.util.Set;
import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.api.common.state.ListState;
import org.apache.flink.api.common.state.ListStateDescriptor;
import org.apache.flink.api.common.state.MapState;
import org.apache.flink.api.common.state.MapStateDescriptor;
import org.apache.flink.api.common.state.ValueState;
import org.apache.flink.api.common.state.ValueStateDescriptor;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.metrics.Counter;
import org.apache.flink.runtime.state.FunctionInitializationContext;
import org.apache.flink.runtime.state.FunctionSnapshotContext;
import org.apache.flink.streaming.api.checkpoint.CheckpointedFunction;
import org.apache.flink.streaming.api.functions.KeyedProcessFunction;
import org.apache.flink.util.Collector;

/**
 * Samples of a service to its minutes: provisional as they fill, final when time has passed them.
 *
 * <p>Each record says from when it is available ({@code emittedAt}): never before the readings in
 * it had ended, and always later than every instant the forecasts have been issued for already. So
 * a forecast at T uses exactly the records with {@code emittedAt <= T}, live and recomputed.
 *
 * <p>Signals ride with the records of their minute: a minute of which only signals are known stays
 * a gap. Those that come after the final record make it final again; those that come {@link
 * #SIGNAL_REACH} after their minute are ignored (counted as {@code lateSignals}), and of those
 * before only what they said is kept, for corrections of the demand.
 */
final class MinuteAggregator extends KeyedProcessFunction<String, ReadSample, MeasuredMinute>
    implements CheckpointedFunction {
  private static final long serialVersionUID = 1L;
  private static final long MINUTE = Duration.ofMinutes(1).toMillis();
  private static final long HOUR = Duration.ofHours(1).toMillis();

  /** Minutes over which a source is expected to report again. */
  private static final int EXPECTED_MINUTES = 10;

  /** How long after its end a minute takes signals: CloudWatch tells them minutes later. */
  private static final long SIGNAL_REACH = Duration.ofMinutes(15).toMillis();

  private final long allowedLateness;
  private final long correctionHorizon;
  private final long issueFrom;

  private transient MapState<Long, CellState> cells;
  private transient ValueState<Long> longestPeriod;

  @SuppressWarnings("NullAway.Init") // Flink calls initializeState before anything else
  private transient ListState<Long> reachedState;

  private transient Counter lateSignals;

  private long reached = Long.MIN_VALUE;

  MinuteAggregator(ForecastJobSettings settings) {
    this.allowedLateness = settings.time().allowedLateness().toMillis();
    this.correctionHorizon = settings.time().correctionHorizon().toMillis();
    this.issueFrom = settings.issueFrom().toEpochMilli();
  }

  @Override
  public void open(OpenContext context) {
    cells =
        getRuntimeContext()
            .getMapState(
                new MapStateDescriptor<>("cells", Types.LONG, TypeInformation.of(CellState.class)));
    longestPeriod =
        getRuntimeContext().getState(new ValueStateDescriptor<>("longest-period", Types.LONG));
    lateSignals = getRuntimeContext().getMetricGroup().counter("lateSignals");
  }

  /** Notes how far time has come, before anything is done about it. */
  void reached(long watermark) {
    reached = Math.max(reached, watermark);
  }

  @Override
  public void initializeState(FunctionInitializationContext context) throws Exception {
    reachedState =
        context
            .getOperatorStateStore()
            .getUnionListState(new ListStateDescriptor<>("reached", Types.LONG));
    for (Long watermark : reachedState.get()) {
      reached(watermark);
    }
  }

  @Override
  public void snapshotState(FunctionSnapshotContext context) throws Exception {
    reachedState.update(List.of(reached));
  }

  @Override
  public void processElement(ReadSample sample, Context context, Collector<MeasuredMinute> out)
      throws Exception {
    SignalReading signal = sample.signal();
    if (signal != null) {
      for (long at = signal.firstMinuteMillis(); at < signal.untilMillis(); at += MINUTE) {
        put(signal, at, context, out);
      }
      return;
    }
    MinuteReading reading = Objects.requireNonNull(sample.reading(), "a reading of demand");
    if (reading.untilMillis() + correctionHorizon < reached) {
      context.output(SampleRouter.DEAD, new DeadRecord(tooLate(reading), sample.origin()));
      return;
    }
    long until = withdrawalEnd(reading);
    for (long at = reading.firstMinuteMillis(); at < until; at += MINUTE) {
      put(reading, at, context, out);
    }
  }

  /** Also the minutes that an earlier, longer version of the reading covered are looked at. */
  private long withdrawalEnd(MinuteReading reading) throws Exception {
    Long longest = longestPeriod.value();
    long reach = Math.max(longest == null ? 0 : longest, reading.periodMillis());
    longestPeriod.update(reach);
    CellState first = cells.get(reading.firstMinuteMillis());
    boolean known =
        first != null
            && first.readings().stream()
                .anyMatch(r -> r.isSameReadingAs(reading) && !r.equals(reading));
    return known ? reading.atMillis() + reach : reading.untilMillis();
  }

  private void put(MinuteReading reading, long at, Context context, Collector<MeasuredMinute> out)
      throws Exception {
    CellState known = cells.get(at);
    CellState before = known == null ? CellState.EMPTY : known;
    MinuteCell cell = new MinuteCell(Instant.ofEpochMilli(at), before.readings());
    if (cell.put(reading) == MinuteCell.Change.DUPLICATE) {
      return;
    }
    CellState after = before.with(cell.readings());
    cells.put(at, after);
    long finalAt = at + MINUTE + allowedLateness;
    boolean due = finalAt <= reached;
    if (!due) {
      context.timerService().registerEventTimeTimer(finalAt);
    }
    context.timerService().registerEventTimeTimer(nextHour(Math.max(at, reached)));
    if (due || finalAt > issueFrom) {
      long available = Math.max(reached + 1, cell.knownThrough().toEpochMilli());
      emit(at, due, available, new Emission(context.getCurrentKey(), out));
    }
  }

  private void put(SignalReading signal, long at, Context context, Collector<MeasuredMinute> out)
      throws Exception {
    long closesAt = at + MINUTE + SIGNAL_REACH;
    if (closesAt <= reached) {
      lateSignals.inc();
      return;
    }
    CellState known = cells.get(at);
    CellState after = (known == null ? CellState.EMPTY : known).with(signal);
    cells.put(at, after);
    context.timerService().registerEventTimeTimer(closesAt);
    context.timerService().registerEventTimeTimer(nextHour(Math.max(at, reached)));
    if (after.isFinal()) {
      long available = Math.max(reached + 1, signal.untilMillis());
      emit(at, true, available, new Emission(context.getCurrentKey(), out));
    }
  }

  private record Emission(String service, Collector<MeasuredMinute> out) {}

  private void emit(long at, boolean isFinal, long emittedAt, Emission emission) throws Exception {
    CellState state = Objects.requireNonNull(cells.get(at), "a cell");
    MinuteCell cell = new MinuteCell(Instant.ofEpochMilli(at), state.readings());
    OptionalDouble value = cell.requestsPerMinute();
    if (value.isEmpty()) {
      return;
    }
    double completeness = completeness(cell, at);
    Figures figures = new Figures(value.getAsDouble(), completeness, isFinal, state.signalsOf(at));
    if (state.says(figures)) {
      return;
    }
    CellState emitted = state.emitted(figures);
    cells.put(at, emitted);
    emission
        .out()
        .collect(
            new MeasuredMinute(
                new MinuteRow(
                    emission.service(),
                    at,
                    value.getAsDouble(),
                    completeness,
                    emitted.revision(),
                    isFinal,
                    emittedAt),
                figures.signals()));
  }

  private double completeness(MinuteCell cell, long at) throws Exception {
    Set<String> reported = cell.sources();
    Set<String> expected = new HashSet<>(reported);
    for (int back = 1; back < EXPECTED_MINUTES; back++) {
      CellState earlier = cells.get(at - back * MINUTE);
      if (earlier != null) {
        earlier.readings().forEach(reading -> expected.add(reading.source()));
      }
    }
    return (double) reported.size() / expected.size();
  }

  @Override
  public void onTimer(long timestamp, OnTimerContext context, Collector<MeasuredMinute> out)
      throws Exception {
    long at = timestamp - MINUTE - allowedLateness;
    CellState ended = cells.get(at);
    if (ended != null && !ended.isFinal()) {
      MinuteCell cell = new MinuteCell(Instant.ofEpochMilli(at), ended.readings());
      long available = Math.max(timestamp, cell.knownThrough().toEpochMilli());
      emit(at, true, available, new Emission(context.getCurrentKey(), out));
    }
    long closing = timestamp - MINUTE - SIGNAL_REACH;
    CellState closed = cells.get(closing);
    if (closed != null && !closed.signals().isEmpty()) {
      cells.put(closing, closed.closed(closing));
    }
    if (timestamp % HOUR == 0) {
      forgetBefore(timestamp, context);
    }
  }

  private void forgetBefore(long timestamp, OnTimerContext context) throws Exception {
    Long longest = longestPeriod.value();
    long kept = MINUTE + allowedLateness + correctionHorizon + (longest == null ? 0 : longest);
    for (Iterator<Long> at = cells.keys().iterator(); at.hasNext(); ) {
      if (at.next() + kept < timestamp) {
        at.remove();
      }
    }
    if (!cells.isEmpty()) {
      context.timerService().registerEventTimeTimer(timestamp + HOUR);
    }
  }

  private static long nextHour(long millis) {
    return (Math.floorDiv(millis, HOUR) + 1) * HOUR;
  }

  private String tooLate(MinuteReading reading) {
    return "too late: it ended at "
        + Instant.ofEpochMilli(reading.untilMillis())
        + ", time has reached "
        + Instant.ofEpochMilli(reached)
        + ", corrections are taken for "
        + Duration.ofMillis(correctionHorizon);
  }
}
