package dev.kickoff.deploy.house.broken.model;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Date;
import java.util.function.Supplier;

/** Breaks: the model never reads a clock. */
class ReadsTheClock {
  final Instant instant = Instant.now();
  final LocalDate day = LocalDate.now(ZoneOffset.UTC);
  final Clock clock = Clock.systemUTC();
  final Date date = new Date();
  final long millis = System.currentTimeMillis();
  final long nanos = System.nanoTime();
  final Supplier<Instant> later = Instant::now;
}
