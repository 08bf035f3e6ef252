package dev.kickoff.jobs.lab.export;

import dev.kickoff.jobs.config.lab.LabSettings;
import dev.kickoff.model.lab.sim.rule.AlarmAction;
import dev.kickoff.model.lab.sim.rule.AlarmSettings;
import java.time.Duration;
import java.util.function.Consumer;

/**
 * Says an alarm of the lab in CloudWatch's terms, and what of it cannot be said.
 *
 * <p>Periods are 10, 20 or 30 seconds or a multiple of 60; with periods of under an hour an alarm
 * looks back one day at most, else seven. Source: PutMetricAlarm of the CloudWatch API.
 */
final class AlarmTerms {
  private static final int MINUTE = 60;
  private static final int HOUR = 3_600;
  private static final int DAY = 86_400;
  private static final int WEEK = 7 * DAY;
  private static final int BASIC = 300;

  private final AlarmAction action;
  private final LabSettings settings;
  private final Consumer<String> remarks;

  /**
   * An alarm.
   *
   * @param remarks takes what cannot be said, a sentence each
   */
  AlarmTerms(AlarmAction action, LabSettings settings, Consumer<String> remarks) {
    this.action = action;
    this.settings = settings;
    this.remarks = remarks;
  }

  private record Window(int periodSeconds, int periods, int needed) {}

  AwsAlarm alarm(String name) {
    AlarmSettings alarm = action.alarm();
    Window window =
        switch (alarm.kind()) {
          case PERIODS -> periods(alarm);
          case ROLLING -> rolling(alarm);
          case CONSECUTIVE -> run(alarm, 0);
          case ELAPSED -> run(alarm, 1);
        };
    check(window);
    return new AwsAlarm(
        name,
        action.above(),
        action.threshold(),
        window.periodSeconds(),
        window.periods(),
        window.needed(),
        switch (alarm.missing()) {
          case IGNORE -> "ignore";
          case BREACHING -> "breaching";
          case NOT_BREACHING -> "notBreaching";
        });
  }

  private Window periods(AlarmSettings alarm) {
    Duration phase = settings.expected().phase();
    remarks.accept(
        ("when an alarm's periods begin cannot be set; the lab took them to begin %s after the"
                + " load did (kickoff tune --robust tries other phases).")
            .formatted(Numbers.words(phase)));
    return new Window(period(alarm.length()), alarm.periods(), alarm.needed());
  }

  private Window rolling(AlarmSettings alarm) {
    int period = period(alarm.length());
    remarks.accept(
        ("CloudWatch has no rolling mean that is judged at each sample; written as the mean of one"
                + " period of %s, which the lab did not try.")
            .formatted(Numbers.words(Duration.ofSeconds(period))));
    return new Window(period, 1, 1);
  }

  /** A run of samples is a run of periods as long as a sample, where there are such periods. */
  private Window run(AlarmSettings alarm, int more) {
    int step = (int) settings.load().step().toSeconds();
    int period = step % MINUTE == 0 ? step : MINUTE;
    int count = Math.max(1, (int) Math.ceil(alarm.length().toSeconds() / (double) period)) + more;
    if (period != step || alarm.length().toSeconds() % period != 0) {
      remarks.accept(
          ("each sample of %s in steps of %s cannot be judged; written as %d periods of %s, which"
                  + " the lab did not try.")
              .formatted(
                  Numbers.words(alarm.length()),
                  Numbers.words(settings.load().step()),
                  count,
                  Numbers.words(Duration.ofSeconds(period))));
    }
    return new Window(period, count, count);
  }

  /** The period itself, or the next longer one that CloudWatch has. */
  private int period(Duration length) {
    long millis = length.toMillis();
    boolean isHighResolution = millis == 10_000 || millis == 20_000 || millis == 30_000;
    if (isHighResolution) {
      return (int) length.toSeconds();
    }
    int minutes = (int) Math.ceil(millis / 1_000.0 / MINUTE);
    int period = minutes * MINUTE;
    if (period * 1_000L != millis) {
      remarks.accept(
          ("CloudWatch has no period of %s s (10, 20, 30 or a multiple of 60); written as %d s,"
                  + " which the lab did not try.")
              .formatted(Numbers.plain(millis / 1_000.0), period));
    }
    return period;
  }

  private void check(Window window) {
    int period = window.periodSeconds();
    if (period < MINUTE) {
      remarks.accept(
          "EC2 has no %s with periods under a minute: this alarm gets no data; set up a metric of"
                  .formatted(AwsAlarm.METRIC)
              + " high resolution in its place.");
    } else if (period < BASIC) {
      remarks.accept("periods under 5 min need detailed monitoring of the group's hosts.");
    }
    long seen = (long) period * window.periods();
    if (seen > (period < HOUR ? DAY : WEEK)) {
      remarks.accept(
          "CloudWatch refuses alarms that look back so far: %d periods of %d s."
              .formatted(window.periods(), period));
    }
  }
}
