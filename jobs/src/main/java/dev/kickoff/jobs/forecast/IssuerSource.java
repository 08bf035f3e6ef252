package dev.kickoff.jobs.forecast;

import dev.kickoff.model.forecast.ForecastIssuer;
import java.io.Serializable;

/** Makes the issuer of forecasts; travels with the job to where it runs. */
@FunctionalInterface
public interface IssuerSource extends Serializable {
  /** A new issuer, used by one thread only. */
  ForecastIssuer open();
}
