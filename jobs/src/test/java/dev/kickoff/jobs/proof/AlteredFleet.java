package dev.kickoff.jobs.proof;

import dev.kickoff.model.fleet.Fleet;
import dev.kickoff.model.fleet.ScaleReceipt;
import dev.kickoff.model.fleet.ScaleRequest;
import java.util.function.UnaryOperator;

/** A fleet that is asked for something else than the loop asks, so many times. */
final class AlteredFleet extends PassingFleet {
  private final UnaryOperator<ScaleRequest> altered;
  private final int times;

  AlteredFleet(Fleet real, UnaryOperator<ScaleRequest> altered, int times) {
    super(real);
    this.altered = altered;
    this.times = times;
  }

  @Override
  public ScaleReceipt scale(ScaleRequest request) {
    ScaleReceipt receipt = real.scale(altered.apply(request));
    for (int i = 1; i < times; i++) {
      receipt = real.scale(altered.apply(request));
    }
    return receipt;
  }
}
