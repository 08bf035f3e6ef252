package dev.kickoff.jobs.api.security.access;

import dev.kickoff.jobs.api.http.Refusal;
import dev.kickoff.jobs.api.security.Caller;
import dev.kickoff.jobs.api.security.limit.RateLimit;
import io.javalin.http.Context;
import java.time.Duration;
import java.util.Optional;

/** The limits on how often somebody asks, on the wall clock. */
final class RequestLimits {
  private static final long MILLIS = 1_000;

  private final RateLimit addresses;
  private final RateLimit reads;
  private final RateLimit writes;
  private final RateLimit failures;

  RequestLimits(AccessSettings.Limits limits) {
    this.addresses = new RateLimit(limits.address(), System::nanoTime);
    this.reads = new RateLimit(limits.reads(), System::nanoTime);
    this.writes = new RateLimit(limits.writes(), System::nanoTime);
    this.failures = new RateLimit(limits.failures(), System::nanoTime);
  }

  void takeOfAddress(Context ctx) {
    refuse(addresses.take(ctx.ip()), "too many requests from " + ctx.ip());
  }

  void takeOfCaller(Caller caller, boolean write) {
    refuse(
        (write ? writes : reads).take(caller.name()),
        "too many " + (write ? "writes" : "reads") + " by '" + caller.name() + "'");
  }

  /** Counts a token that proved nothing. */
  void takeOfFailures(Context ctx) {
    refuse(failures.take(ctx.ip()), "too many failed sign-ins from " + ctx.ip());
  }

  private static void refuse(Optional<Duration> wait, String what) {
    if (wait.isPresent()) {
      long seconds = Math.max(1, (wait.get().toMillis() + MILLIS - 1) / MILLIS);
      throw new Refusal(429, what + "; try again in " + seconds + " s")
          .with("Retry-After", Long.toString(seconds));
    }
  }
}
