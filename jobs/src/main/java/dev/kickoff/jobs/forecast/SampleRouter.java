package dev.kickoff.jobs.forecast;

import dev.kickoff.jobs.forecast.edge.DeadRecord;
import dev.kickoff.jobs.forecast.edge.ReadSample;
import dev.kickoff.jobs.forecast.edge.ReadSample.Kind;
import org.apache.flink.streaming.api.functions.ProcessFunction;
import org.apache.flink.util.Collector;
import org.apache.flink.util.OutputTag;

/** Lets readings of demand through, puts dead letters aside, and drops what only moves time. */
final class SampleRouter extends ProcessFunction<ReadSample, ReadSample> {
  private static final long serialVersionUID = 1L;

  /** Samples that are put aside. */
  static final OutputTag<DeadRecord> DEAD = new OutputTag<>("dead-samples") {};

  @Override
  public void processElement(ReadSample sample, Context context, Collector<ReadSample> out) {
    if (sample.kind() == Kind.DEMAND) {
      out.collect(sample);
    } else if (sample.kind() == Kind.PUT_ASIDE) {
      context.output(DEAD, new DeadRecord(sample.reason(), sample.origin()));
    }
  }
}
