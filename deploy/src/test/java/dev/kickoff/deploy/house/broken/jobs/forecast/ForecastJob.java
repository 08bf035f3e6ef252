package dev.kickoff.deploy.house.broken.jobs.forecast;

import dev.kickoff.deploy.house.broken.jobs.config.Settings;

/** Breaks: the forecast job must not reach AWS, not even through others. */
class ForecastJob {
  Settings settings;
}
