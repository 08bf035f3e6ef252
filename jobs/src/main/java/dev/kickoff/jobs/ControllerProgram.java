package dev.kickoff.jobs;

import dev.kickoff.connectors.aws.AutoScalingClients;
import dev.kickoff.connectors.aws.QuotaReader;
import dev.kickoff.connectors.aws.RoutedFleet;
import dev.kickoff.connectors.kafka.TopicAdmin;
import dev.kickoff.jobs.api.ApiServer;
import dev.kickoff.jobs.api.ApiSettings;
import dev.kickoff.jobs.api.ReadinessCheck;
import dev.kickoff.jobs.api.ViewFeed;
import dev.kickoff.jobs.api.security.TokenCheck;
import dev.kickoff.jobs.api.view.EngineTime;
import dev.kickoff.jobs.api.view.EngineViews;
import dev.kickoff.jobs.config.FleetSettings;
import dev.kickoff.jobs.control.ControlLoop;
import dev.kickoff.jobs.control.ControlRunner;
import dev.kickoff.jobs.control.Inbox;
import dev.kickoff.jobs.control.InboxFeed;
import dev.kickoff.jobs.control.KafkaLedger;
import dev.kickoff.jobs.control.Ledger;
import dev.kickoff.jobs.control.WallClock;
import dev.kickoff.jobs.control.lead.Leadership;
import dev.kickoff.jobs.control.lead.LeasedLedger;
import dev.kickoff.jobs.control.quota.QuotaWatch;
import dev.kickoff.model.demand.Service;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The controller as a program of its own: several may run, one leads, the others wait.
 *
 * <p>Who leads reads what the topics say of its service, recalls the past from the ledger, and
 * ticks; who loses the lead stops before anybody else begins. Groups of one service are controlled
 * together, each by a loop of its own: what strikes one stops no other. Each program shows what it
 * sees at its own port, read only, with its metrics.
 */
public final class ControllerProgram implements AutoCloseable {
  private static final Duration FLEET_FRESH = Duration.ofSeconds(60);
  private static final Duration PATIENCE = Duration.ofSeconds(60);

  private final Wiring wiring;
  private final List<FleetSettings> fleets;
  private final EngineTime time;
  private final OpenParts parts = new OpenParts();
  private final OpenParts office = new OpenParts();
  private final Leadership leadership;
  private final ApiServer api;
  private final int port;
  private volatile @Nullable ControlRunner runner;

  /**
   * Where it is wired to.
   *
   * @param bootstrap where the broker is found, {@code HOST:PORT[,HOST:PORT]}
   * @param partitions of the topics by service
   * @param replication of topics that are missing
   * @param port where it listens on the loopback address; 0 takes a free one
   * @param tokens what tells it who asks
   * @param instance a name of this process that outlives it, as the status shows who leads; empty
   *     without one
   */
  public record Wiring(
      String bootstrap,
      int partitions,
      int replication,
      int port,
      TokenCheck tokens,
      Optional<String> instance) {}

  /**
   * Starts to seek the lead; returns when it listens.
   *
   * @param fleets at least one, all of one service, each with its part of the demand
   * @param time engine time; real time but in tests
   */
  public ControllerProgram(Wiring wiring, List<FleetSettings> fleets, EngineTime time) {
    this.wiring = wiring;
    this.fleets = List.copyOf(fleets);
    this.time = time;
    TopicAdmin.ensure(wiring.bootstrap(), wiring.partitions(), wiring.replication());
    EngineViews views =
        new EngineViews(fleets.stream().map(FleetSettings::group).toList(), time.clock());
    ViewFeed feed = parts.with(ViewFeed.start(wiring.bootstrap(), views));
    this.api =
        parts.with(
            new ApiServer(
                ApiSettings.loopback(wiring.port(), ApiSettings.thisBuild(), wiring.tokens()),
                views,
                time,
                List.of(
                    new ReadinessCheck("kafka", feed::problem),
                    new ReadinessCheck("lead sought", this::problem),
                    new ReadinessCheck("control loops", this::ended),
                    ReadinessCheck.fleetDescribed(views, time, FLEET_FRESH))));
    this.port = api.start();
    this.leadership =
        Leadership.seek(
            new Leadership.Candidate(wiring.bootstrap(), wiring.partitions(), wiring.instance()),
            service(),
            new Leadership.Office() {
              @Override
              public void take() {
                takeOffice();
              }

              @Override
              public void leave() {
                office.close();
              }
            });
  }

  private Service service() {
    return fleets.get(0).group().service();
  }

  private void takeOffice() {
    KafkaLedger kafka =
        office.with(
            new KafkaLedger(wiring.bootstrap(), service(), wiring.partitions(), wiring.instance()));
    Inbox inbox = new Inbox();
    InboxFeed feed = office.with(InboxFeed.start(wiring.bootstrap(), service(), inbox));
    RoutedFleet door =
        office.with(
            RoutedFleet.through(
                fleets.stream()
                    .collect(Collectors.toMap(f -> f.group().group(), FleetSettings::door)),
                time.clock()));
    Ledger ledger = new LeasedLedger(new MeteredLedger(kafka, api.metrics()), this::holdsLead);
    List<ControlLoop> loops =
        fleets.stream()
            .map(fleet -> new ControlLoop(fleet.group(), engine(fleet, inbox), door, ledger))
            .toList();
    feed.requireCaughtUp(PATIENCE);
    loops.forEach(loop -> loop.recover(kafka.recall(loop.group())));
    double speed = time.speed().getAsDouble();
    ControlRunner ticking =
        office.with(
            new ControlRunner(
                loops, time.clock(), span -> Duration.ofNanos((long) (span.toNanos() / speed))));
    inbox.wakeWith(ticking::wake);
    ticking.start();
    runner = ticking;
  }

  private static ControlLoop.Engine engine(FleetSettings fleet, Inbox inbox) {
    return new ControlLoop.Engine(
        inbox, Brain.planner(fleet.planning()), Brain.controller(), WallClock.SYSTEM, quota(fleet));
  }

  /** Asks for the account's quota, where the fleet says what a host counts for. */
  private static QuotaWatch quota(FleetSettings fleet) {
    OptionalInt vcpus = fleet.claim().vcpusPerHost();
    if (vcpus.isEmpty()) {
      return QuotaWatch.NONE;
    }
    QuotaReader reader = new QuotaReader(fleet.door(), AutoScalingClients.CALL_TIMEOUT);
    return QuotaWatch.of(
        fleet.group().group(),
        () -> {
          QuotaReader.Quota quota = reader.hosts(vcpus.getAsInt());
          return new QuotaWatch.Answer(quota.value(), quota.reason());
        });
  }

  private boolean holdsLead() {
    return leadership.holds();
  }

  /** Where it listens, on the loopback address. */
  public int port() {
    return port;
  }

  /** What has stopped working and will not mend itself; empty while all goes well. */
  public Optional<String> problem() {
    ControlRunner ticking = runner;
    return Stream.of(
            leadership.failure().map(e -> "the lead can no longer be sought: " + e),
            Optional.ofNullable(ticking)
                .flatMap(ControlRunner::failure)
                .map(e -> "the control loop has ended: " + e))
        .flatMap(Optional::stream)
        .findFirst();
  }

  /** The groups that are no longer controlled while others may be; empty while all are. */
  private Optional<String> ended() {
    ControlRunner ticking = runner;
    return ticking == null || ticking.ended().isEmpty()
        ? Optional.empty()
        : Optional.of("no longer controlled: " + ticking.ended());
  }

  /** Gives the lead back and stops. */
  @Override
  public void close() {
    leadership.close();
    office.close();
    parts.close();
  }
}
