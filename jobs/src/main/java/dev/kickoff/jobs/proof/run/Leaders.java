package dev.kickoff.jobs.proof.run;

import dev.kickoff.jobs.proof.fault.Fault;
import dev.kickoff.jobs.proof.fault.FaultSpan;
import dev.kickoff.jobs.proof.world.Killed;
import dev.kickoff.jobs.proof.world.LedgerLostException;
import dev.kickoff.jobs.proof.world.Scene;
import java.util.ArrayList;
import java.util.List;

/**
 * The controllers of a run: who of them lives, who stands still, and who follows whom.
 *
 * <p>One that does not answer for twelve seconds is replaced, as Kafka does after its session
 * timeout. One that stood still wakes without knowing it, and decides by what it knew.
 */
final class Leaders {
  private static final int SESSION = 12;
  private static final int RESTART = 15;
  private static final int SLOWEST_RESTART = 60;

  private final Scene scene;
  private final Parts parts;
  private final List<Leader> leaders = new ArrayList<>();
  private boolean dead;

  private static final class Leader {
    private LoopUnderProof loop;
    private boolean busy;
    private boolean paused;
    private boolean stale;

    private Leader(LoopUnderProof loop) {
      this.loop = loop;
    }
  }

  Leaders(Scene scene, Parts parts) {
    this.scene = scene;
    this.parts = parts;
  }

  /** Puts down what happens to processes by the plan of faults. */
  void plan() {
    for (FaultSpan span : scene.faults().spans()) {
      Runnable action =
          switch (span.fault()) {
            case KILL_IDLE -> () -> killAll(RESTART + (int) (SLOWEST_RESTART * span.size()));
            case PAUSE_IDLE -> () -> pauseIdle(span);
            case TWO_LEADERS -> this::takeOver;
            case LEADER_STORM -> () -> storm(span);
            case DEATH -> this::die;
            default -> null;
          };
      if (action != null) {
        scene
            .time()
            .at(
                span.from(),
                () -> {
                  scene.count(span.fault());
                  action.run();
                });
      }
    }
  }

  /** Lets a new controller take the lead and tick at once. */
  void takeOver() {
    if (dead) {
      return;
    }
    Leader[] self = new Leader[1];
    Leader leader =
        new Leader(new LoopUnderProof(scene, parts, seconds -> pauseHere(self[0], seconds)));
    self[0] = leader;
    leaders.add(leader);
    run(
        leader,
        () -> {
          leader.loop.start();
          leader.loop.tick();
        });
  }

  /** Lets every controller that can tick. */
  void tick() {
    for (Leader leader : List.copyOf(leaders)) {
      if (!leader.busy && !leader.paused) {
        run(leader, () -> tick(leader));
      }
    }
  }

  private void tick(Leader leader) {
    if (!leader.stale && !scene.strikes(Fault.INPUTS_CUT)) {
      leader.loop.catchUp();
    }
    leader.stale = false;
    leader.loop.tick();
  }

  private void run(Leader leader, Runnable action) {
    leader.busy = true;
    try {
      action.run();
    } catch (Killed killed) {
      ends(leader, RESTART + (int) (scene.time().second() % SLOWEST_RESTART));
    } catch (LedgerDownException | LedgerLostException lost) {
      ends(leader, RESTART);
    } finally {
      leader.busy = false;
    }
  }

  private void ends(Leader leader, int restartAfter) {
    leaders.remove(leader);
    restart(restartAfter);
  }

  private void restart(int after) {
    scene
        .time()
        .at(
            scene.time().second() + after,
            () -> {
              if (leaders.isEmpty()) {
                takeOver();
              }
            });
  }

  private void killAll(int restartAfter) {
    leaders.removeIf(leader -> !leader.busy);
    restart(restartAfter);
  }

  private void die() {
    dead = true;
    leaders.clear();
  }

  /** Stops a process in the midst of what it does; the world goes on. */
  private void pauseHere(Leader leader, long seconds) {
    long until = scene.time().second() + seconds;
    replaceAfterTimeout(seconds);
    scene.time().advanceTo(until);
  }

  private void replaceAfterTimeout(long seconds) {
    if (seconds > SESSION) {
      scene.time().at(scene.time().second() + SESSION, this::takeOver);
    }
  }

  private void pauseIdle(FaultSpan span) {
    for (Leader leader : leaders) {
      if (!leader.busy && !leader.paused) {
        leader.paused = true;
        scene
            .time()
            .at(
                span.until(),
                () -> {
                  leader.paused = false;
                  leader.stale = true;
                });
      }
    }
    replaceAfterTimeout(span.seconds());
  }

  private void storm(FaultSpan span) {
    for (int second = span.from(); second < span.until(); second += 15) {
      scene.time().at(second, this::takeOver);
    }
  }
}
