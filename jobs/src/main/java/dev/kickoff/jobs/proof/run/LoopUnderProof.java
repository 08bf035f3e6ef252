package dev.kickoff.jobs.proof.run;

import dev.kickoff.jobs.control.ControlLoop;
import dev.kickoff.jobs.control.Inbox;
import dev.kickoff.jobs.control.Ledger;
import dev.kickoff.jobs.control.WallClock;
import dev.kickoff.jobs.proof.fault.Fault;
import dev.kickoff.jobs.proof.world.FaultyDoor;
import dev.kickoff.jobs.proof.world.Killed;
import dev.kickoff.jobs.proof.world.Known;
import dev.kickoff.jobs.proof.world.Reading;
import dev.kickoff.jobs.proof.world.Scene;
import dev.kickoff.jobs.proof.world.Sight;
import dev.kickoff.model.control.ActuationIntent;
import dev.kickoff.model.control.Controller;
import java.util.List;
import java.util.function.LongConsumer;

/**
 * One controller's process: the real control loop, its own inbox, and a ledger and a fleet on which
 * things go wrong.
 *
 * <p>The only class that knows how a {@link ControlLoop} is built and driven.
 */
final class LoopUnderProof implements FaultyDoor.Process {
  private static final int LONGEST_PAUSE = 119;

  private final Scene scene;
  private final long epoch;
  private final LongConsumer pause;
  private final Known known = new Known();
  private final Inbox inbox = new Inbox();
  private final Witness witness;
  private final Ledger ledger;
  private final ControlLoop loop;
  private int read;

  /**
   * A process that has just been started; it takes the lead.
   *
   * @param pause stops it where it stands for so many seconds
   */
  LoopUnderProof(Scene scene, Parts parts, LongConsumer pause) {
    this.scene = scene;
    this.pause = pause;
    this.ledger = new FaultyLedger(parts.ledger().apply(scene.ledger().open()));
    this.epoch = scene.ledger().epoch();
    this.witness = new Witness(parts.guardrails().get());
    Controller controller = new Controller(witness.guardrails());
    witness.brain(controller);
    this.loop =
        new ControlLoop(
            scene.story().settings(),
            new ControlLoop.Engine(
                inbox,
                parts.planner(),
                controller,
                new WallClock(scene.time(), () -> scene.time().second() * 1_000_000_000L)),
            parts.fleet().apply(new FaultyDoor(scene, this)),
            ledger);
  }

  /** Reads what was published, and takes over what its predecessor left. */
  void start() {
    catchUp();
    loop.recover(ledger.recall(scene.story().settings().group()));
  }

  /** Reads what was published since it last did. */
  void catchUp() {
    List<Reading> news = scene.topics().from(read);
    news.forEach(this::take);
    read += news.size();
  }

  private void take(Reading reading) {
    known.take(reading);
    if (reading instanceof Reading.Minute minute) {
      inbox.accept(minute.demand());
    } else if (reading instanceof Reading.Forecast forecast) {
      inbox.accept(forecast.forecast());
    } else if (reading instanceof Reading.Edit edit) {
      inbox.accept(edit.version());
    } else if (reading instanceof Reading.Order order) {
      inbox.accept(order.override());
    }
  }

  /** Looks, decides, records and acts. */
  void tick() {
    loop.tick(scene.time().instant());
  }

  @Override
  public long epoch() {
    return epoch;
  }

  @Override
  public Known known() {
    return known;
  }

  @Override
  public void afterCall() {
    killedBy(Fault.KILL_AFTER_CALL);
  }

  private void killedBy(Fault fault) {
    if (scene.take(fault).isPresent()) {
      throw new Killed();
    }
  }

  /** A ledger that may be out of reach, and around whose commits processes end or stand still. */
  private final class FaultyLedger implements Ledger {
    private final Ledger real;

    private FaultyLedger(Ledger real) {
      this.real = real;
    }

    private void mustBeUp() {
      if (scene.strikes(Fault.LEDGER_DOWN)) {
        throw new LedgerDownException();
      }
    }

    @Override
    public Past recall(String group) {
      mustBeUp();
      return real.recall(group);
    }

    @Override
    public boolean leads(String group) {
      mustBeUp();
      return real.leads(group);
    }

    @Override
    public long generation(String group) {
      return real.generation(group);
    }

    @Override
    public void commit(Page page) {
      mustBeUp();
      if (page.intent().isPresent()) {
        killedBy(Fault.KILL_BEFORE_COMMIT);
      }
      real.commit(page);
      scene.see(new Sight.Decided(scene.time().second(), page.decision(), known, witness.judged()));
      if (page.intent().isPresent()) {
        killedBy(Fault.KILL_BEFORE_CALL);
        scene
            .take(Fault.PAUSE_BEFORE_CALL)
            .ifPresent(span -> pause.accept(1 + (long) (LONGEST_PAUSE * span.size())));
      }
    }

    @Override
    public void settle(ActuationIntent outcome) {
      mustBeUp();
      real.settle(outcome);
      scene.see(new Sight.Settled(scene.time().second(), outcome));
    }
  }
}
