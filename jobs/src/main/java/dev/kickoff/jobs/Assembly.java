package dev.kickoff.jobs;

import dev.kickoff.connectors.aws.AutoScalingGroupFleet;
import dev.kickoff.connectors.awssim.AutoScalingEndpoint;
import dev.kickoff.connectors.awssim.EndpointSettings;
import dev.kickoff.connectors.awssim.GroupDefinition;
import dev.kickoff.connectors.kafka.TopicAdmin;
import dev.kickoff.connectors.kafka.TopicEnd;
import dev.kickoff.connectors.kafka.TopicWriter;
import dev.kickoff.connectors.kafka.Topics;
import dev.kickoff.jobs.api.ApiSettings;
import dev.kickoff.jobs.api.ReadinessCheck;
import dev.kickoff.jobs.api.view.EngineTime;
import dev.kickoff.jobs.config.FleetSettings;
import dev.kickoff.jobs.control.ControlLoop;
import dev.kickoff.jobs.control.ControlRunner;
import dev.kickoff.jobs.control.Inbox;
import dev.kickoff.jobs.control.InboxFeed;
import dev.kickoff.jobs.control.KafkaLedger;
import dev.kickoff.jobs.control.Ledger;
import dev.kickoff.jobs.forecast.ForecastJobSettings;
import dev.kickoff.jobs.local.CalendarWatch;
import dev.kickoff.jobs.local.ClockFile;
import dev.kickoff.jobs.local.DemandPlayer;
import dev.kickoff.jobs.local.EmbeddedBroker;
import dev.kickoff.jobs.local.EmbeddedFlink;
import dev.kickoff.jobs.local.EmbeddedJob;
import dev.kickoff.jobs.local.EngineClock;
import dev.kickoff.jobs.local.PlayThread;
import dev.kickoff.jobs.local.Recording;
import dev.kickoff.jobs.local.RunSettings;
import dev.kickoff.jobs.local.StateFolder;
import dev.kickoff.model.control.GroupSettings;
import dev.kickoff.model.demand.ServiceMasks;
import dev.kickoff.model.fleet.Fleet;
import dev.kickoff.model.simulation.group.GroupShape;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;

/**
 * The object graph of the local engine, wired by hand, in the order in which things must start.
 *
 * <p>Broker, topics, what was known before, the clock, the simulated fleet, the recording's
 * history, the job, the views and the page, and the control loop last.
 */
public final class Assembly {
  private static final Duration PATIENCE = Duration.ofSeconds(60);
  private static final Duration FLEET_FRESH = Duration.ofSeconds(60);

  private final Recording recording;
  private final FleetSettings fleet;
  private final RunSettings settings;
  private final StateFolder state;
  private final RunningEngine engine = new RunningEngine();

  private Assembly(
      Recording recording, FleetSettings fleet, RunSettings settings, StateFolder state) {
    this.recording = recording;
    this.fleet = fleet;
    this.settings = settings;
    this.state = state;
  }

  /**
   * Starts the whole engine over a recording; it owns {@code state} from then on.
   *
   * @throws IllegalStateException when a part does not start; those that did are stopped again
   */
  public static RunningEngine local(
      Recording recording, FleetSettings fleet, RunSettings settings, StateFolder state) {
    Assembly assembly = new Assembly(recording, fleet, settings, state);
    assembly.engine.with(state);
    try {
      assembly.start();
      return assembly.engine;
    } catch (RuntimeException e) {
      assembly.engine.close();
      throw e;
    }
  }

  private void start() {
    GroupSettings group = fleet.group();
    EmbeddedBroker broker =
        engine.with(
            EmbeddedBroker.start(
                new EmbeddedBroker.BrokerSettings(state.broker(), 0, settings.tuning().broker())));
    String bootstrap = broker.bootstrap();
    engine.listensAt(bootstrap);
    TopicAdmin.ensure(bootstrap, Topics.DEFAULT_PARTITIONS, 1);
    KafkaLedger ledger =
        engine.with(new KafkaLedger(bootstrap, group.service(), Topics.DEFAULT_PARTITIONS));
    Ledger.Past past = ledger.recall(group.group());
    EngineClock clock = clock(past);
    AutoScalingEndpoint aws = engine.with(AutoScalingEndpoint.start(endpoint(), clock));
    DemandPlayer player = player(bootstrap, clock, aws);
    CalendarWatch watch =
        engine.with(new CalendarWatch(recording.feed(), player.calendar()::offer));
    PlayThread play = engine.with(playing(player, clock));
    play.start();
    Inbox inbox = new Inbox();
    InboxFeed feed = engine.with(InboxFeed.start(bootstrap, group.service(), inbox));
    EmbeddedFlink job = engine.with(job(bootstrap));
    EngineTime time = new EngineTime(clock, clock::speed, clock::isStopped);
    ApiFeeds known =
        engine.with(
            new ApiFeeds(
                new ApiFeeds.Source(bootstrap, state.past(), time),
                new ApiFeeds.Subject(
                    List.of(fleet), Brain.issuer(settings.zone(), recording.masks())),
                new ApiFeeds.Inboxes(service -> inbox, feed::problem)));
    ServedApi api =
        engine.with(
            new ServedApi(
                known,
                ApiSettings.loopback(settings.port(), ApiSettings.thisBuild(), settings.tokens()),
                List.of(
                    new ReadinessCheck("job", () -> jobProblem(job)),
                    ReadinessCheck.fleetDescribed(known.views(), time, FLEET_FRESH),
                    new ReadinessCheck(
                        "first forecast of this start", () -> forecastProblem(feed, play)))));
    Supplier<Optional<String>> unread = () -> watch.problem().or(player.calendar()::problem);
    api.metrics().watchCalendar(() -> unread.get().isPresent());
    known.views().ledger().inputs().watchCalendar(unread);
    watch.start();
    Fleet door = engine.with(AutoScalingGroupFleet.simulated(aws.uri(), clock));
    feed.requireCaughtUp(PATIENCE);
    ControlLoop loop = loop(inbox, door, new MeteredLedger(ledger, api.metrics()));
    loop.recover(past);
    ControlRunner runner = engine.with(new ControlRunner(List.of(loop), clock, clock::wallTimeFor));
    inbox.wakeWith(runner::wake);
    clock.leash(inbox::forecastReached);
    runner.start();
    engine.watch(
        play::ended,
        () ->
            Stream.of(
                    play.failure().map(e -> "the recording is no longer played: " + e),
                    runner.failure().map(e -> "the control loop has ended: " + e),
                    feed.problem())
                .flatMap(Optional::stream)
                .findFirst(),
        api.port());
  }

  /**
   * Time goes on at the next whole minute, never before the last decision: that minute is complete
   * at once, so that the first forecast of this start need not wait for one.
   */
  private EngineClock clock(Ledger.Past past) {
    Instant startAt =
        Stream.of(new ClockFile(state.path()).read(), past.memory().lastAt())
            .flatMap(Optional::stream)
            .max(Instant::compareTo)
            .map(at -> at.plusSeconds(60).minusMillis(1).truncatedTo(ChronoUnit.MINUTES))
            .orElse(settings.window().from());
    return new EngineClock(startAt, settings.speed());
  }

  private EndpointSettings endpoint() {
    GroupSettings group = fleet.group();
    GroupShape shape = new GroupShape(group.group(), group.leadTime().p50(), fleet.zones());
    GroupDefinition definition =
        new GroupDefinition(shape, group.bounds(), fleet.reactive(), group.profile());
    return new EndpointSettings(0, state.fleet(), List.of(definition));
  }

  private DemandPlayer player(String bootstrap, EngineClock clock, AutoScalingEndpoint aws) {
    TopicWriter writer = engine.with(new TopicWriter(bootstrap));
    Instant from = settings.window().from();
    DemandPlayer player =
        new DemandPlayer(
            recording,
            bootstrap,
            writer,
            (service, minuteEnd, rpm) -> {
              if (service.equals(fleet.group().service()) && minuteEnd.isAfter(from)) {
                aws.observeDemand(fleet.group().group(), minuteEnd, rpm);
              }
            });
    player.publishCalendar(clock.instant());
    return player;
  }

  private PlayThread playing(DemandPlayer player, EngineClock clock) {
    return new PlayThread(player, clock, new ClockFile(state.path()), settings.window().until());
  }

  private EmbeddedFlink job(String bootstrap) {
    ZoneId zone = settings.zone();
    ServiceMasks masks = recording.masks();
    ForecastJobSettings job =
        new ForecastJobSettings(
            bootstrap,
            Topics.DEFAULT_PARTITIONS,
            settings.window().from(),
            TopicEnd.lastOffset(bootstrap, Topics.CALENDAR_EVENT),
            ForecastJobSettings.TimeRules.playing(),
            () -> Brain.issuer(zone, masks),
            recording.lineage());
    return EmbeddedJob.start(state.checkpoints(), settings.tuning().checkpointEvery(), job);
  }

  private ControlLoop loop(Inbox inbox, Fleet door, Ledger ledger) {
    return new ControlLoop(
        fleet.group(),
        new ControlLoop.Engine(inbox, Brain.planner(fleet.planning()), Brain.controller()),
        door,
        ledger);
  }

  private static Optional<String> jobProblem(EmbeddedFlink job) {
    return job.isRunning() ? Optional.empty() : Optional.of("it does not run");
  }

  /** A recording that was played to its end has nothing left to forecast. */
  private static Optional<String> forecastProblem(InboxFeed feed, PlayThread play) {
    return feed.hasForecastOfThisStart() || play.ended()
        ? Optional.empty()
        : Optional.of("no near forecast has arrived since this start");
  }
}
