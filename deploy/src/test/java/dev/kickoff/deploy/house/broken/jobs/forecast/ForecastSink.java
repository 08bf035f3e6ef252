package dev.kickoff.deploy.house.broken.jobs.forecast;

import dev.kickoff.deploy.house.broken.jobs.local.Wiring;

/** Breaks: the forecast job must not reach the AWS SDK, not even through others. */
class ForecastSink {
  Wiring wiring;
}
