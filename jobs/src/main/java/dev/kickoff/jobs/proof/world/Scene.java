package dev.kickoff.jobs.proof.world;

import dev.kickoff.jobs.proof.fault.Fault;
import dev.kickoff.jobs.proof.fault.FaultPlan;
import dev.kickoff.jobs.proof.fault.FaultSpan;
import dev.kickoff.jobs.proof.story.EventStory;
import dev.kickoff.jobs.proof.story.Story;
import dev.kickoff.jobs.proof.story.VirtualTime;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

/** One run's world: everything but the controllers in it. Not safe for use by several threads. */
public final class Scene {
  private final Story story;
  private final FaultPlan faults;
  private final EventStory events;
  private final VirtualTime time = new VirtualTime();
  private final Topics topics = new Topics();
  private final MemoryLedger ledger = new MemoryLedger();
  private final Known published = new Known();
  private final OwnedGroup group;
  private final List<Consumer<Sight>> watchers = new ArrayList<>();
  private final Set<FaultSpan> taken = new HashSet<>();
  private final Map<Fault, Long> struck = new EnumMap<>(Fault.class);
  private final Map<Waited, Long> waited = new EnumMap<>(Waited.class);

  public Scene(Story story, FaultPlan faults) {
    this.story = story;
    this.faults = faults;
    this.events = new EventStory(story, faults);
    this.group = new OwnedGroup(story, time, this::see);
  }

  public Story story() {
    return story;
  }

  public FaultPlan faults() {
    return faults;
  }

  public EventStory events() {
    return events;
  }

  public VirtualTime time() {
    return time;
  }

  public Topics topics() {
    return topics;
  }

  public MemoryLedger ledger() {
    return ledger;
  }

  public OwnedGroup group() {
    return group;
  }

  /** What was published, whether or not a controller has read it yet. */
  public Known published() {
    return published;
  }

  /** Publishes a record to the controllers. */
  public void publish(Reading reading) {
    topics.publish(reading);
    published.take(reading);
  }

  /** Lets somebody see what happens from now on. */
  public void watch(Consumer<Sight> watcher) {
    watchers.add(watcher);
  }

  /** Shows something to everybody who watches. */
  public void see(Sight sight) {
    watchers.forEach(watcher -> watcher.accept(sight));
  }

  /** Whether a fault acts now; counts it if so. */
  public boolean strikes(Fault fault) {
    boolean acts = faults.at(fault, time.second()).isPresent();
    if (acts) {
      count(fault);
    }
    return acts;
  }

  /** The fault of a kind that acts now and has not yet been taken; it is taken and counted. */
  public Optional<FaultSpan> take(Fault fault) {
    Optional<FaultSpan> span =
        faults.of(fault).stream()
            .filter(s -> s.actsAt(time.second()) && !taken.contains(s))
            .findFirst();
    span.ifPresent(
        s -> {
          taken.add(s);
          count(fault);
        });
    return span;
  }

  /** Counts a fault that has had an effect. */
  public void count(Fault fault) {
    struck.merge(fault, 1L, Long::sum);
  }

  /** Counts what happened to a move that waits for a person. */
  public void count(Waited what) {
    waited.merge(what, 1L, Long::sum);
  }

  /** How often each happened to moves that wait for a person. */
  public Map<Waited, Long> waited() {
    return waited;
  }

  /** How often each fault has had an effect. */
  public Map<Fault, Long> struck() {
    return struck;
  }
}
