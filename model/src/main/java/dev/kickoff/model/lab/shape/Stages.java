package dev.kickoff.model.lab.shape;

import dev.kickoff.model.lab.LoadCurve;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/**
 * A load as a table of stages, each with how long it takes and the requests per minute at its end;
 * the first begins at zero.
 *
 * <p>Written {@code 10m:30000,8m:150000,30m:150000}, as load test tools and the talk behind the
 * capacity lab write it.
 *
 * @param stages at least one
 */
public record Stages(List<Stage> stages) {
  private static final double SECONDS_A_MINUTE = 60;

  /** What lies between one stage's end and the next. */
  public enum Between {
    /** The load climbs evenly through the stage and reaches its target at the end. */
    RAMP,
    /**
     * A spreadsheet with one row a minute: a stage of n minutes has n rows from its start to its
     * target, both included, so that it stands at the target a minute early; even between rows.
     */
    ROWS
  }

  /**
   * One row of the table.
   *
   * @param takes whole seconds, above zero
   * @param target requests per minute at its end, finite and not negative
   */
  public record Stage(Duration takes, double target) {
    public Stage {
      if (takes.toSeconds() < 1 || takes.getNano() != 0) {
        throw new IllegalArgumentException("a stage takes whole seconds, not " + takes);
      }
      if (!(target >= 0) || Double.isInfinite(target)) {
        throw new IllegalArgumentException("a stage to " + target + " requests per minute");
      }
    }
  }

  public Stages {
    stages = List.copyOf(stages);
    if (stages.isEmpty()) {
      throw new IllegalArgumentException("no stage: write duration:target, as 10m:30000");
    }
  }

  /**
   * Reads {@code duration:target} pairs parted by commas; blanks around them do not matter.
   *
   * @throws IllegalArgumentException naming the stage and the column where it begins, from one
   */
  public static Stages parse(String text) {
    if (text.isBlank()) {
      throw new IllegalArgumentException("no stage: write duration:target, as 10m:30000");
    }
    List<Stage> stages = new ArrayList<>();
    int begins = 0;
    for (String part : text.split(",", -1)) {
      int column = begins + part.length() - part.stripLeading().length() + 1;
      try {
        stages.add(stage(part.strip()));
      } catch (IllegalArgumentException e) {
        throw new IllegalArgumentException(
            "stage %d, column %d: %s".formatted(stages.size() + 1, column, e.getMessage()), e);
      }
      begins += part.length() + 1;
    }
    return new Stages(stages);
  }

  private static Stage stage(String text) {
    int colon = text.indexOf(':');
    if (colon < 0) {
      throw new IllegalArgumentException(
          "\"%s\" is not duration:target, as 10m:30000".formatted(text));
    }
    return new Stage(
        Written.duration(text.substring(0, colon).strip()),
        Written.rate(text.substring(colon + 1)));
  }

  /** How long all stages take. */
  public Duration span() {
    return stages.stream().map(Stage::takes).reduce(Duration.ZERO, Duration::plus);
  }

  /**
   * The load at every step from the beginning to the end, both included.
   *
   * @throws IllegalArgumentException where the step does not divide the span, there would be too
   *     many values, or a stage read by rows is not of whole minutes
   */
  public LoadCurve curve(Duration step, Between between) {
    Sampling sampling = new Sampling(span(), step);
    if (between == Between.ROWS) {
      checkMinutes();
    }
    return sampling.of(second -> at(second, between));
  }

  /**
   * Checks that it can be read by rows.
   *
   * @throws IllegalArgumentException naming the stage that is not of whole minutes
   */
  public void checkMinutes() {
    for (int i = 0; i < stages.size(); i++) {
      Duration takes = stages.get(i).takes();
      if (takes.toSecondsPart() != 0) {
        throw new IllegalArgumentException(
            "stage %d takes %s: one row a minute needs whole minutes; use --between ramp"
                .formatted(i + 1, Written.duration(takes)));
      }
    }
  }

  /** Requests per minute so many seconds from the beginning; past the end, the last target. */
  public double at(long second, Between between) {
    double begins = 0;
    long beginsAt = 0;
    for (Stage stage : stages) {
      long endsAt = beginsAt + stage.takes().toSeconds();
      if (second < endsAt) {
        double minutes = second / SECONDS_A_MINUTE - beginsAt / SECONDS_A_MINUTE;
        return within(stage, begins, minutes, between);
      }
      begins = stage.target();
      beginsAt = endsAt;
    }
    return begins;
  }

  /** Written so that the source's own figures come out bit by bit. */
  private static double within(Stage stage, double begins, double minutes, Between between) {
    double takes = stage.takes().toSeconds() / SECONDS_A_MINUTE;
    double climb = stage.target() - begins;
    if (climb == 0) {
      return begins;
    }
    double value;
    if (between == Between.RAMP || takes == 1) {
      value = begins + climb / takes * minutes;
    } else if (minutes <= takes - 1) {
      value = begins + climb * minutes / (takes - 1);
    } else {
      return stage.target();
    }
    double lowest = Math.min(begins, stage.target());
    return Math.max(lowest, Math.min(Math.max(begins, stage.target()), value));
  }
}
