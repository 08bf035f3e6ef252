package dev.kickoff.jobs.proof.world;

import dev.kickoff.jobs.control.Ledger;
import dev.kickoff.model.control.ActuationIntent;
import dev.kickoff.model.control.ControlMemory;
import dev.kickoff.model.control.Decision;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * A ledger in memory, with leaders: who opens it last fences all before.
 *
 * <p>It keeps what was committed; a leader that recalls folds it, settled or not. A fenced leader's
 * commits and settlements throw {@link LedgerLostException} and leave nothing behind. Not safe for
 * use by several threads.
 */
public final class MemoryLedger {
  private final List<Decision> decisions = new ArrayList<>();
  private final Map<Long, ActuationIntent> intents = new TreeMap<>();
  private final Map<Long, Integer> settled = new HashMap<>();
  private Optional<Ledger.Page> lastHead = Optional.empty();
  private long epoch;
  private long headEpoch;
  private long generation;

  /** A leader's own way into it; everybody who had one before is fenced. */
  public Ledger open() {
    return new Leader(++epoch);
  }

  /** The leader that is not fenced; 0 before the first. */
  public long epoch() {
    return epoch;
  }

  /** Whether an intent to a size stands committed and unsettled. */
  public boolean intends(int hosts) {
    return intents.values().stream().anyMatch(i -> i.outcome().isEmpty() && i.to() == hosts);
  }

  /** Those that are committed and not settled. */
  public List<ActuationIntent> openIntents() {
    return intents.values().stream().filter(i -> i.outcome().isEmpty()).toList();
  }

  /** How often an intent was settled. */
  public int settled(long sequence) {
    return settled.getOrDefault(sequence, 0);
  }

  /** The last decision that was committed; empty before the first. */
  public Optional<Decision> lastDecision() {
    return decisions.isEmpty()
        ? Optional.empty()
        : Optional.of(decisions.get(decisions.size() - 1));
  }

  /** The last page that had a new plan; empty before the first. */
  public Optional<Ledger.Page> lastHead() {
    return lastHead;
  }

  private final class Leader implements Ledger {
    private final long own;

    private Leader(long own) {
      this.own = own;
    }

    private void mustLead() {
      if (own != epoch) {
        throw new LedgerLostException("leader " + own + " is fenced by leader " + epoch);
      }
    }

    @Override
    public Past recall(String group) {
      ControlMemory memory = ControlMemory.EMPTY;
      for (Decision decision : decisions) {
        memory = memory.after(decision);
      }
      return new Past(memory, openIntents());
    }

    @Override
    public void commit(Page page) {
      mustLead();
      decisions.add(page.decision());
      page.intent().ifPresent(intent -> intents.put(intent.sequence(), intent));
      if (page.plan().isPresent()) {
        lastHead = Optional.of(page);
        headEpoch = own;
        generation++;
      }
    }

    /** As in Kafka: what counts is who wrote the newest plan. */
    @Override
    public boolean leads(String group) {
      return headEpoch <= own;
    }

    @Override
    public long generation(String group) {
      return generation;
    }

    @Override
    public void settle(ActuationIntent outcome) {
      mustLead();
      intents.put(outcome.sequence(), outcome);
      settled.merge(outcome.sequence(), 1, Integer::sum);
    }
  }
}
