package dev.kickoff.jobs.proof.invariant.size;

import dev.kickoff.jobs.proof.fault.Fault;
import dev.kickoff.jobs.proof.invariant.Findings;
import dev.kickoff.jobs.proof.invariant.Invariant;
import dev.kickoff.jobs.proof.world.Scene;
import dev.kickoff.jobs.proof.world.Sight;
import dev.kickoff.jobs.proof.world.Waited;
import dev.kickoff.model.control.Decision;
import dev.kickoff.model.fleet.ScheduledSize;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;

/**
 * No call and no scheduled action of ours, whether or not a controller lives when it falls due,
 * raises the floor above what stood before, needs no person, or was approved when it was written.
 *
 * <p>A call is judged by what had reached its controller when it was decided, and by the highest
 * floor that could be seen then; a scheduled action by the same when it was written. One within two
 * minutes of its due time may be lifted to what the last decision had leave for.
 */
public final class NothingComesUnapproved implements Invariant {
  private static final int PROMPT = 5;
  private static final int STALE = 75;
  private static final int URGENT = 120;
  private static final int KEPT = 64;

  private final Scene scene;
  private final Leave leave;
  private final Map<Long, Integer> decided = new HashMap<>();
  private final Map<String, Written> schedule = new HashMap<>();
  private final Deque<Stood> floors = new ArrayDeque<>();

  private record Stood(long second, int floor) {}

  private record Written(ScheduledSize size, int leave) {}

  public NothingComesUnapproved(Scene scene) {
    this.scene = scene;
    this.leave = new Leave(scene);
  }

  @Override
  public String name() {
    return "nothing-comes-unapproved";
  }

  @Override
  public String sentence() {
    return "No call or scheduled action of ours, also after our death, raises the floor above what"
        + " needs no person, unless it was approved when it was written (G7, G8).";
  }

  @Override
  public void see(Sight sight, Findings findings) {
    if (!leave.isLimited()) {
      return;
    }
    if (sight instanceof Sight.Decided made) {
      look(made, findings);
    } else if (sight instanceof Sight.Called call) {
      judge(call, findings);
    } else if (sight instanceof Sight.Booked booked) {
      write(booked);
    } else if (sight instanceof Sight.Moved moved && moved.hand() == Sight.Hand.SCHEDULE) {
      judge(moved, findings);
    }
    note(sight.second());
  }

  private void look(Sight.Decided made, Findings findings) {
    Decision decision = made.decision();
    int most = leave.call(made.known(), decision.key().at(), stood(made.second()));
    decided.put(scene.ledger().epoch(), most);
    if (decision.change().wanted() > most) {
      scene.count(Waited.CAPPED);
      findings.held(this);
    }
  }

  private void judge(Sight.Called call, Findings findings) {
    int most = decided.getOrDefault(call.leader().epoch(), 0);
    findings.check(
        this,
        call.second(),
        call.request().min() <= Math.max(most, call.floorBefore()),
        () ->
            "called %d to %d, %d need no person"
                .formatted(call.floorBefore(), call.request().min(), most));
  }

  private void write(Sight.Booked booked) {
    schedule.keySet().removeAll(booked.deleted());
    int now = decided.getOrDefault(scene.ledger().epoch(), 0);
    for (ScheduledSize size : booked.put()) {
      int most = leave.scheduled(booked.known(), size.startAt(), stood(booked.second()));
      boolean urgent = size.startAt().isBefore(scene.time().instant().plusSeconds(URGENT));
      schedule.put(size.name(), new Written(size, urgent ? Math.max(now, most) : most));
    }
  }

  private void judge(Sight.Moved moved, Findings findings) {
    int most = 0;
    for (Written written : schedule.values()) {
      boolean due = !written.size().startAt().isAfter(scene.time().instant());
      if (due && written.size().min().orElse(0) == moved.after().min()) {
        most = Math.max(most, written.leave());
      }
    }
    schedule.values().removeIf(w -> !w.size().startAt().isAfter(scene.time().instant()));
    boolean raises = moved.after().min() > moved.before().min();
    if (raises) {
      scene.count(Waited.SCHEDULED);
    }
    int needsNobody = most;
    findings.check(
        this,
        moved.second(),
        !raises || moved.after().min() <= needsNobody,
        () ->
            "the schedule set %d to %d, %d needed no person when it was written"
                .formatted(moved.before().min(), moved.after().min(), needsNobody));
  }

  /** The highest floor that a description of this moment may show. */
  private int stood(long second) {
    boolean stale = !scene.faults().isQuiet(f -> f == Fault.DESCRIBE_STALE, second, PROMPT);
    long from = second - (stale ? STALE : PROMPT);
    int highest = scene.group().floor();
    int before = highest;
    for (Stood stood : floors) {
      before = stood.second() <= from ? stood.floor() : before;
      highest = stood.second() > from ? Math.max(highest, stood.floor()) : highest;
    }
    return Math.max(highest, before);
  }

  private void note(long second) {
    int floor = scene.group().floor();
    if (floors.isEmpty() || floors.getLast().floor() != floor) {
      floors.addLast(new Stood(second, floor));
    }
    if (floors.size() > KEPT) {
      floors.removeFirst();
    }
  }
}
