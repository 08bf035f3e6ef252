package dev.kickoff.model.simulation.policy;

import dev.kickoff.model.capacity.HostProfile;
import dev.kickoff.model.simulation.Available;
import dev.kickoff.model.simulation.Contender;
import dev.kickoff.model.simulation.ReplayInput;
import dev.kickoff.model.simulation.group.ReactiveSettings;
import dev.kickoff.model.simulation.group.SimulatedGroup;
import dev.kickoff.model.simulation.group.TargetTracking;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * Predictive scaling as <a
 * href="https://docs.aws.amazon.com/autoscaling/ec2/userguide/ec2-auto-scaling-predictive-scaling.html">
 * EC2 Auto Scaling</a> documents it, beside the group's own target tracking.
 *
 * <p>Every six hours (UTC) an {@linkplain HourlyForecast hourly forecast} of 48 hours is made of up
 * to fourteen days of demand, given 24 hours of it. What an hour is predicted to need, {@code
 * ceil(hourly average / (rpmPerHost * target))}, is the least the group has from 300 seconds before
 * the hour (the default scheduling buffer) to its end. Prediction only scales out: it lowers
 * nothing but its own least, and target tracking scales in. The group's maximum is honoured.
 */
final class PredictiveContender implements Contender {
  private static final Duration MINUTE = Duration.ofMinutes(1);
  private static final Duration BUFFER = Duration.ofSeconds(300);
  private static final long REFRESH_HOURS = 6;
  private static final Duration HORIZON = Duration.ofHours(48);

  private final ReplayInput input;
  private final SimulatedGroup group;
  private final HostProfile atTarget;
  private final TargetTracking tracking;
  private Optional<HourlyForecast> forecast = Optional.empty();
  private Instant madeAt = Instant.MIN;
  private String reason = "as it started";

  PredictiveContender(ReplayInput input, ReactiveSettings settings) {
    HostProfile profile = input.group().profile();
    this.input = input;
    this.group = input.groupWith(input.mostRequired(input.from(), input.from()));
    this.atTarget = new HostProfile(profile.requestsPerMinute() * settings.target());
    this.tracking = new TargetTracking(settings, profile);
  }

  @Override
  public String policy() {
    return "aws-predictive";
  }

  @Override
  public SimulatedGroup group() {
    return group;
  }

  @Override
  public void observe(Instant minuteEnd, OptionalDouble requestsPerMinute) {
    refresh(minuteEnd);
    int least = Math.max(neededAt(minuteEnd), neededAt(minuteEnd.plus(BUFFER)));
    if (least != group.size().min()) {
      group.setMinimum(minuteEnd, least);
      reason = "predicted to need " + least + " from " + minuteEnd;
    }
    if (requestsPerMinute.isPresent()) {
      tracking
          .observe(group, minuteEnd, requestsPerMinute.getAsDouble())
          .ifPresent(hosts -> reason = "target tracking set " + hosts + " at " + minuteEnd);
    }
  }

  private void refresh(Instant now) {
    Instant hour = now.truncatedTo(ChronoUnit.HOURS);
    Instant due = hour.minus(Duration.ofHours(hour.getEpochSecond() / 3600 % REFRESH_HOURS));
    if (madeAt.isBefore(due)) {
      Optional<HourlyForecast> made = HourlyForecast.of(input.minutes(), now.minus(MINUTE));
      madeAt = made.isPresent() || forecast.isEmpty() ? now : madeAt;
      forecast = made.or(() -> forecast);
    }
  }

  /** The hosts predicted for the hour of {@code at}, within the group's bounds. */
  private int neededAt(Instant at) {
    int least = input.group().bounds().min();
    if (forecast.isEmpty() || !at.isBefore(madeAt.plus(HORIZON))) {
      return least;
    }
    int hosts = atTarget.hostsFor(forecast.get().meanAt(at));
    return Math.min(group.size().max(), Math.max(least, hosts));
  }

  @Override
  public void tick(Instant now, Available available) {}

  @Override
  public String reason() {
    return reason;
  }
}
