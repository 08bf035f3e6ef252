package dev.kickoff.jobs.forecast;

import dev.kickoff.jobs.forecast.edge.DeadRecord;
import dev.kickoff.jobs.forecast.edge.ReadSample;
import dev.kickoff.jobs.forecast.edge.ReadSample.Kind;
import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.metrics.Counter;
import org.apache.flink.streaming.api.functions.ProcessFunction;
import org.apache.flink.util.Collector;
import org.apache.flink.util.OutputTag;

/**
 * Lets readings of demand and of known signals through, puts dead letters aside, and drops what
 * only moves time; signals of an unknown name are counted as {@code unknownSignals}.
 */
final class SampleRouter extends ProcessFunction<ReadSample, ReadSample> {
  private static final long serialVersionUID = 1L;

  /** Samples that are put aside. */
  static final OutputTag<DeadRecord> DEAD = new OutputTag<>("dead-samples") {};

  private transient Counter unknownSignals;

  @Override
  public void open(OpenContext context) {
    unknownSignals = getRuntimeContext().getMetricGroup().counter("unknownSignals");
  }

  @Override
  public void processElement(ReadSample sample, Context context, Collector<ReadSample> out) {
    if (sample.kind() == Kind.DEMAND || sample.signal() != null) {
      out.collect(sample);
    } else if (sample.kind() == Kind.SIGNAL) {
      unknownSignals.inc();
    } else if (sample.kind() == Kind.PUT_ASIDE) {
      context.output(DEAD, new DeadRecord(sample.reason(), sample.origin()));
    }
  }
}
