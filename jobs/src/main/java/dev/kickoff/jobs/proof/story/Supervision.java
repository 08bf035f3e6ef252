package dev.kickoff.jobs.proof.story;

import dev.kickoff.model.control.ControlMode;
import dev.kickoff.model.control.GroupLimits;
import dev.kickoff.model.demand.KnownPast;
import dev.kickoff.model.simulation.SeededNoise;
import java.time.Duration;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * What a story's controller may not do without a person, and how that person answers.
 *
 * <p>Drawn from a stream of its own: stories in which nothing waits are what they would be without.
 *
 * @param mode APPROVE, or FORECAST_AND_SCALE where no large move waits
 * @param limits of the group, with a limited spend or without
 * @param past the highest demand ever, as the far forecasts tell it; empty where none does
 * @param answers how often the person approves what waits; 0 where nobody ever answers
 * @param answerAfter seconds between the question and the answer
 * @param lasts how long an approval lasts, in seconds
 */
public record Supervision(
    ControlMode mode,
    GroupLimits limits,
    Optional<KnownPast> past,
    int answers,
    int answerAfter,
    int lasts) {
  /** Nothing waits for a person. */
  public static final Supervision NONE =
      new Supervision(
          ControlMode.FORECAST_AND_SCALE, GroupLimits.STANDARD, Optional.empty(), 0, 0, 0);

  private static final long STREAM = 21;
  private static final double SHARE = 0.25;
  private static final double HOST_HOUR = 0.25;
  private static final Duration KNOWN_FOR = Duration.ofDays(30);

  /**
   * The supervision of a seed: in three of four stories none.
   *
   * @param hosts that ordinary demand needs
   * @param ordinary demand, in requests per minute
   * @param lift the event's size, as in {@link Story}
   */
  static Supervision of(long seed, double hosts, double ordinary, double lift) {
    SeededNoise noise = new SeededNoise(seed, STREAM);
    if (noise.uniform(0) >= SHARE) {
      return NONE;
    }
    double kind = noise.uniform(1);
    boolean spends = kind < 0.35 || kind >= 0.7 && kind < 0.9;
    boolean approves = kind >= 0.35 && kind < 0.9;
    boolean knows = kind >= 0.9 || noise.uniform(2) < 0.7;
    int affordable = (int) Math.ceil(hosts * (0.8 + 5 * lift * noise.uniform(3)));
    double highest = Math.rint(ordinary * (1.1 + 2 * noise.uniform(4)));
    boolean brief = noise.uniform(7) < 0.5;
    return new Supervision(
        approves ? ControlMode.APPROVE : ControlMode.FORECAST_AND_SCALE,
        spends ? spending(affordable) : GroupLimits.STANDARD,
        knows
            ? Optional.of(new KnownPast(VirtualTime.START.minus(KNOWN_FOR), highest))
            : Optional.empty(),
        noise.uniform(5) < 0.3 ? 0 : 1 + (int) (3 * noise.uniform(8)),
        30 + (int) (1_500 * noise.uniform(6)),
        (brief ? 600 : 7_200) + (int) ((brief ? 2_400 : 21_600) * noise.uniform(9)));
  }

  private static GroupLimits spending(int affordable) {
    GroupLimits all = GroupLimits.costing(HOST_HOUR);
    return new GroupLimits(
        all.quota(),
        all.tested(),
        HOST_HOUR,
        OptionalDouble.of(HOST_HOUR * (affordable + 0.5)),
        all.zonesToLose(),
        all.growth(),
        all.largeMove());
  }

  /** Whether anything waits for a person. */
  public boolean isAny() {
    return this != NONE;
  }
}
