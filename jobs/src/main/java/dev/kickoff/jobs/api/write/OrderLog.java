package dev.kickoff.jobs.api.write;

import dev.kickoff.model.override.OperatorOverride;

/** Where what people order is written down; it counts from then on. */
public interface OrderLog {

  /**
   * Writes an order, or a newer version of one, and returns when it stands and is shown.
   *
   * @param by who asked for this version
   * @throws dev.kickoff.jobs.api.http.Problem.Refused with 503 when it is not known to stand
   */
  void write(OperatorOverride order, String by);
}
