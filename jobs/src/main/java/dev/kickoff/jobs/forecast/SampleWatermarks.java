package dev.kickoff.jobs.forecast;

import dev.kickoff.jobs.forecast.edge.ReadSample;
import dev.kickoff.jobs.forecast.edge.ReadSample.Kind;
import org.apache.flink.api.common.eventtime.Watermark;
import org.apache.flink.api.common.eventtime.WatermarkGenerator;
import org.apache.flink.api.common.eventtime.WatermarkOutput;

/**
 * How far the samples of one partition have come.
 *
 * <p>A sample that ends at T says that time has nearly come to T: others that end with it may still
 * follow. A heartbeat says that all of them have been written, so that it completes T at once.
 */
final class SampleWatermarks implements WatermarkGenerator<ReadSample> {
  private final long outOfOrdernessMillis;
  private long reached = Long.MIN_VALUE;

  SampleWatermarks(long outOfOrdernessMillis) {
    this.outOfOrdernessMillis = outOfOrdernessMillis;
  }

  @Override
  public void onEvent(ReadSample sample, long timestamp, WatermarkOutput output) {
    if (sample.kind() == Kind.PUT_ASIDE) {
      return;
    }
    long complete = sample.untilMillis() - outOfOrdernessMillis;
    if (sample.kind() == Kind.HEARTBEAT) {
      reached = Math.max(reached, complete);
      output.emitWatermark(new Watermark(reached));
    } else {
      reached = Math.max(reached, complete - 1);
    }
  }

  @Override
  public void onPeriodicEmit(WatermarkOutput output) {
    if (reached != Long.MIN_VALUE) {
      output.emitWatermark(new Watermark(reached));
    }
  }
}
