package dev.kickoff.model.control;

/** Whether decisions reach the fleet. */
public enum ControlMode {
  /** Decide and record, change nothing: the default of every real deployment. */
  FORECAST_ONLY,
  /** Decide, record and act. */
  FORECAST_AND_SCALE
}
