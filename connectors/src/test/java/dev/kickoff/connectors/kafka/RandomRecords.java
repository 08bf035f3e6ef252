package dev.kickoff.connectors.kafka;

import dev.kickoff.model.calendar.Event;
import dev.kickoff.model.calendar.EventStatus;
import dev.kickoff.model.calendar.EventVersion;
import dev.kickoff.model.capacity.CapacityPlan;
import dev.kickoff.model.capacity.CapacityStep;
import dev.kickoff.model.capacity.LeadTime;
import dev.kickoff.model.capacity.PlanBasis;
import dev.kickoff.model.capacity.Shortfall;
import dev.kickoff.model.control.ActuationIntent;
import dev.kickoff.model.control.ControlMode;
import dev.kickoff.model.control.Decision;
import dev.kickoff.model.control.DecisionInputs;
import dev.kickoff.model.control.DecisionKey;
import dev.kickoff.model.control.FloorChange;
import dev.kickoff.model.control.Verdict;
import dev.kickoff.model.control.surroundings.ForecastTrust;
import dev.kickoff.model.control.surroundings.ServiceHealth;
import dev.kickoff.model.control.surroundings.Standby;
import dev.kickoff.model.control.surroundings.Surroundings;
import dev.kickoff.model.demand.DemandSample;
import dev.kickoff.model.demand.DemandUnit;
import dev.kickoff.model.demand.KnownPast;
import dev.kickoff.model.demand.MinuteDemand;
import dev.kickoff.model.demand.Service;
import dev.kickoff.model.fleet.FleetState;
import dev.kickoff.model.fleet.GroupCondition;
import dev.kickoff.model.fleet.GroupSize;
import dev.kickoff.model.fleet.ScheduledSize;
import dev.kickoff.model.forecast.BucketChoice;
import dev.kickoff.model.forecast.BucketChoice.MethodLoss;
import dev.kickoff.model.forecast.DemandForecast;
import dev.kickoff.model.forecast.EventOutlook;
import dev.kickoff.model.forecast.EventOutlook.Neighbour;
import dev.kickoff.model.forecast.ForecastBasis;
import dev.kickoff.model.forecast.ForecastKind;
import dev.kickoff.model.forecast.ForecastStep;
import dev.kickoff.model.forecast.MethodNote;
import dev.kickoff.model.forecast.Quantiles;
import dev.kickoff.model.override.OperatorOverride;
import dev.kickoff.model.override.OverrideBook;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Random;
import java.util.TreeSet;
import java.util.function.Supplier;

/** Seeded random values of every type on the wire. */
final class RandomRecords {
  private static final Instant EPOCH = Instant.parse("1998-06-10T00:00:00Z");

  private final Random random;

  RandomRecords(long seed) {
    this.random = new Random(seed);
  }

  DemandSample sample() {
    List<Duration> periods =
        List.of(Duration.ofMinutes(1), Duration.ofSeconds(10), Duration.ofHours(1));
    return new DemandSample(
        service(), word(), "requests", instant(), pick(periods), number(), unit(), words());
  }

  private DemandUnit unit() {
    return pick(List.of(DemandUnit.values()));
  }

  MinuteDemand minute() {
    Instant minute = EPOCH.plus(Duration.ofMinutes(random.nextInt(1_000_000)));
    return new MinuteDemand(
        service(),
        minute,
        number(),
        random.nextDouble(),
        1 + random.nextInt(9),
        random.nextBoolean(),
        minute.plusMillis(random.nextInt(1_000_000)),
        random.nextBoolean()
            ? Map.of()
            : Map.of("cpu", random.nextDouble(), "latency_ms", number()));
  }

  Event event() {
    Instant start = instant();
    EventVersion version =
        new EventVersion(
            maybe(this::instant),
            random.nextInt(3),
            random.nextInt(9),
            pick(List.of(EventStatus.values())));
    return new Event(
        word(),
        "Final – \"été\" " + word(),
        word(),
        start,
        start.plusSeconds(1 + random.nextInt(99_999)),
        words(),
        version);
  }

  DemandForecast forecast(ForecastKind kind) {
    Instant at = EPOCH.plus(Duration.ofMinutes(random.nextInt(1_000_000)));
    Duration step = Duration.ofMinutes(kind == ForecastKind.NEAR ? 1 : 5);
    List<ForecastStep> steps = new ArrayList<>();
    for (int i = 0; i < (kind == ForecastKind.NEAR ? 60 : 576); i++) {
      Quantiles mean = quantiles();
      Instant from = at.plus(step.multipliedBy(i));
      Quantiles peak = random.nextBoolean() ? mean : quantiles();
      steps.add(new ForecastStep(from, from.plus(step), mean, peak));
    }
    MethodNote note =
        new MethodNote(
            word(), word(), List.of(word(), word()), maybe(this::forecastBasis), maybe(this::past));
    return new DemandForecast(
        service(), kind, at, step, random.nextInt(9), note, maybe(this::instant), steps);
  }

  private ForecastBasis forecastBasis() {
    return new ForecastBasis(
        List.of(
            new BucketChoice(
                0, 15, word(), word(), List.of(new MethodLoss(word(), random.nextDouble())))),
        List.of(
            new EventOutlook(
                word(),
                word(),
                instant(),
                List.of(
                    new Neighbour(word(), word(), instant(), random.nextDouble(), List.of(word()))),
                word())));
  }

  PlanHead plan() {
    List<CapacityStep> steps = new ArrayList<>();
    for (int i = 0; i < random.nextInt(5); i++) {
      Instant at = instant();
      steps.add(
          new CapacityStep(
              at, at.plusSeconds(600), at.plusSeconds(1200), 1 + random.nextInt(99), word()));
    }
    List<Shortfall> lacking = new ArrayList<>();
    for (int i = 0; i < random.nextInt(3); i++) {
      int placed = random.nextInt(99);
      lacking.add(new Shortfall(instant(), placed + 1 + random.nextInt(9), placed, word()));
    }
    CapacityPlan plan = new CapacityPlan(word(), basis(), steps, word(), lacking);
    return new PlanHead(random.nextInt(9), random.nextInt(9), plan);
  }

  FleetState fleet() {
    int min = random.nextInt(9);
    int zoneA = random.nextInt(9);
    int zoneB = random.nextInt(9);
    return new FleetState(
        word(),
        instant(),
        new GroupSize(min, min + random.nextInt(9), min),
        zoneA + zoneB,
        random.nextInt(9),
        Map.of("a", zoneA, "b", zoneB),
        maybe(this::condition));
  }

  Decision decision() {
    DecisionInputs inputs =
        new DecisionInputs(
            maybe(this::fleet),
            maybe(this::word),
            maybe(this::basis),
            maybe(this::instant),
            maybe(this::number),
            random.nextInt(9),
            maybe(this::surroundings));
    int from = random.nextInt(99);
    return new Decision(
        new DecisionKey(word(), 1 + random.nextInt(99), instant()),
        pick(List.of(ControlMode.values())),
        new FloorChange(from, from + 9, from + 4),
        List.of(new Verdict("step-limit", from + 9, from + 4, word(), maybe(this::word))),
        word(),
        inputs,
        word());
  }

  ActuationIntent intent() {
    ActuationIntent intent =
        new ActuationIntent(
            word(),
            1 + random.nextInt(99),
            instant(),
            random.nextInt(99),
            random.nextInt(99),
            word(),
            maybe(this::instant),
            Optional.empty());
    return random.nextBoolean()
        ? intent
        : intent.settled(
            pick(List.of(ActuationIntent.Result.values())),
            word(),
            maybe(() -> random.nextInt(99)));
  }

  private PlanBasis basis() {
    return new PlanBasis(
        maybe(this::instant), maybe(this::instant), maybe(this::instant), random.nextInt(9));
  }

  private Quantiles quantiles() {
    double base = hundredths(number());
    return new Quantiles(base, base + 1, base + 2.25, base + 4.5);
  }

  private static double hundredths(double value) {
    return Math.round(value * 100) / 100.0;
  }

  private Service service() {
    return new Service(word());
  }

  Instant instant() {
    return EPOCH.plusMillis(Math.abs(random.nextLong() % 1_000_000_000_000L));
  }

  private double number() {
    return random.nextInt(10) == 0 ? 0 : random.nextDouble() * 1e6;
  }

  String word() {
    return "w" + Integer.toString(random.nextInt(1_000_000), 36);
  }

  private Map<String, String> words() {
    return random.nextBoolean() ? Map.of() : Map.of(word(), word());
  }

  private <T> T pick(List<T> from) {
    return from.get(random.nextInt(from.size()));
  }

  private <T> Optional<T> maybe(Supplier<T> value) {
    return random.nextBoolean() ? Optional.of(value.get()) : Optional.empty();
  }

  private GroupCondition condition() {
    return new GroupCondition(
        maybe(this::instant),
        new TreeSet<>(List.of(word())),
        random.nextBoolean(),
        random.nextInt(9),
        Map.of(word(), word()));
  }

  OperatorOverride override() {
    Instant from = instant();
    return new OperatorOverride(
        word(),
        maybe(this::word),
        OperatorOverride.Kind.PIN,
        1 + random.nextInt(99),
        from,
        from.plusSeconds(1 + random.nextInt(9999)),
        word(),
        word());
  }

  private OptionalDouble number(boolean known) {
    return known ? OptionalDouble.of(number()) : OptionalDouble.empty();
  }

  private KnownPast past() {
    boolean old = random.nextBoolean();
    return new KnownPast(instant(), number(), number(true), number(old), number(old));
  }

  private Surroundings surroundings() {
    return new Surroundings(
        new OverrideBook(List.of(override())),
        maybe(() -> new ServiceHealth(instant(), number(true), number(false), number(false))),
        maybe(() -> new ForecastTrust(random.nextBoolean(), word())),
        maybe(this::past),
        maybe(
            () ->
                new Standby(
                    List.of(ScheduledSize.floor(word(), instant(), random.nextInt(99))),
                    maybe(this::word))),
        maybe(() -> LeadTime.constant(Duration.ofSeconds(random.nextInt(999)))),
        maybe(() -> random.nextInt(999)));
  }
}
