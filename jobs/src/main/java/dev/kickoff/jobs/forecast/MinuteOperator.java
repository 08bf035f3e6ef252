package dev.kickoff.jobs.forecast;

import dev.kickoff.jobs.forecast.edge.MeasuredMinute;
import dev.kickoff.jobs.forecast.edge.ReadSample;
import org.apache.flink.streaming.api.operators.KeyedProcessOperator;
import org.apache.flink.streaming.api.watermark.Watermark;

/**
 * Runs the {@link MinuteAggregator} and tells it how far time has come, also when no timer of a
 * service is due: after a restart Flink itself would begin at no time at all.
 */
final class MinuteOperator extends KeyedProcessOperator<String, ReadSample, MeasuredMinute> {
  private static final long serialVersionUID = 1L;

  private final MinuteAggregator aggregator;

  MinuteOperator(MinuteAggregator aggregator) {
    super(aggregator);
    this.aggregator = aggregator;
  }

  @Override
  public void processWatermark(Watermark mark) throws Exception {
    aggregator.reached(mark.getTimestamp());
    super.processWatermark(mark);
  }
}
