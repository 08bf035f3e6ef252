package dev.kickoff.deploy.house.broken.jobs.offline;

import dev.kickoff.deploy.house.broken.jobs.local.Wiring;

/** Breaks: a replay must not reach the AWS SDK, not even through others. */
class ReplayOfAWeek {
  Wiring wiring;
}
