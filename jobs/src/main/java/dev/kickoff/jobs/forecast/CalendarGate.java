package dev.kickoff.jobs.forecast;

import dev.kickoff.jobs.forecast.edge.CalendarEntry;
import dev.kickoff.jobs.forecast.edge.DeadRecord;
import java.util.List;
import java.util.Optional;
import org.apache.flink.api.common.state.ListState;
import org.apache.flink.api.common.state.ListStateDescriptor;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.runtime.state.StateInitializationContext;
import org.apache.flink.runtime.state.StateSnapshotContext;
import org.apache.flink.streaming.api.operators.AbstractStreamOperator;
import org.apache.flink.streaming.api.operators.OneInputStreamOperator;
import org.apache.flink.streaming.api.watermark.Watermark;
import org.apache.flink.streaming.runtime.streamrecord.StreamRecord;
import org.apache.flink.util.OutputTag;

/**
 * Holds the time of the forecasts back until the calendar has been read to where it ended when the
 * job was submitted, and never again after that.
 *
 * <p>Forecasts are made by event time, which is the lesser of what minutes and calendar have
 * reached: the calendar stands at no time at all until it has been read, then at the end of time.
 * What it reads after that is followed, a moment later, by a word that the calendar has changed,
 * one for many records that come together.
 */
final class CalendarGate extends AbstractStreamOperator<CalendarEntry>
    implements OneInputStreamOperator<CalendarEntry, CalendarEntry> {
  private static final long serialVersionUID = 1L;

  /** Calendar records that are put aside. */
  static final OutputTag<DeadRecord> DEAD = new OutputTag<>("dead-calendar-records") {};

  private static final long NOTHING_READ = -1;
  private static final long MOMENT_MILLIS = 50;

  private final long through;
  private long readThrough = NOTHING_READ;
  private boolean open;
  private boolean settling;

  @SuppressWarnings("NullAway.Init") // Flink calls initializeState before anything else
  private transient ListState<Long> position;

  /**
   * @param through offset of the last record that must have been read; empty for an empty calendar
   */
  CalendarGate(Optional<Long> through) {
    this.through = through.orElse(NOTHING_READ);
  }

  @Override
  public void initializeState(StateInitializationContext context) throws Exception {
    super.initializeState(context);
    position =
        context
            .getOperatorStateStore()
            .getListState(new ListStateDescriptor<>("read-through", Types.LONG));
    for (Long restored : position.get()) {
      readThrough = Math.max(readThrough, restored);
    }
  }

  @Override
  public void open() throws Exception {
    super.open();
    long now = getProcessingTimeService().getCurrentProcessingTime();
    getProcessingTimeService().registerTimer(now, timestamp -> openWhenRead());
  }

  @Override
  public void processElement(StreamRecord<CalendarEntry> element) {
    CalendarEntry entry = element.getValue();
    if (entry.kind() == CalendarEntry.Kind.PUT_ASIDE) {
      output.collect(DEAD, new StreamRecord<>(new DeadRecord(entry.reason(), entry.origin())));
    } else {
      output.collect(element);
    }
    readThrough = Math.max(readThrough, entry.origin().offset());
    settleSoon(entry);
    openWhenRead();
  }

  private void settleSoon(CalendarEntry last) {
    if (open && !settling) {
      settling = true;
      long soon = getProcessingTimeService().getCurrentProcessingTime() + MOMENT_MILLIS;
      CalendarEntry settled = CalendarEntry.settled(last.origin());
      getProcessingTimeService()
          .registerTimer(
              soon,
              timestamp -> {
                settling = false;
                output.collect(new StreamRecord<>(settled));
              });
    }
  }

  private void openWhenRead() {
    if (!open && readThrough >= through) {
      open = true;
      output.emitWatermark(Watermark.MAX_WATERMARK);
    }
  }

  @Override
  public void processWatermark(Watermark mark) {
    // the calendar's own source knows no time
  }

  @Override
  public void snapshotState(StateSnapshotContext context) throws Exception {
    super.snapshotState(context);
    position.update(List.of(readThrough));
  }
}
