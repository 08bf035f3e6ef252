package dev.kickoff.model.control;

/** Whether decisions reach the fleet. */
public enum ControlMode {
  /** Decide and record, change nothing: the default of every real deployment. */
  FORECAST_ONLY,
  /** Decide, record and act; a large move waits for a person. */
  APPROVE,
  /** Decide, record and act. */
  FORECAST_AND_SCALE;

  /** Whether decisions reach the fleet at all. */
  public boolean acts() {
    return this != FORECAST_ONLY;
  }
}
