package dev.kickoff.jobs.proof;

import dev.kickoff.jobs.control.Ledger;
import dev.kickoff.jobs.proof.world.LedgerLostException;
import dev.kickoff.model.control.ActuationIntent;
import dev.kickoff.model.control.ControlMemory;

/**
 * A ledger that does not do what it should.
 *
 * @param real the one behind it
 * @param settles how often it records an outcome
 * @param forgets whether it recalls nothing
 * @param fences whether it turns away who was replaced
 */
record CarelessLedger(Ledger real, int settles, boolean forgets, boolean fences) implements Ledger {
  static Ledger settling(Ledger real, int times) {
    return new CarelessLedger(real, times, false, true);
  }

  static Ledger forgetful(Ledger real) {
    return new CarelessLedger(real, 1, true, true);
  }

  static Ledger unfenced(Ledger real) {
    return new CarelessLedger(real, 1, false, false);
  }

  @Override
  public Past recall(String group) {
    Past past = real.recall(group);
    return forgets ? new Past(ControlMemory.EMPTY, past.openIntents()) : past;
  }

  @Override
  public void commit(Page page) {
    unlessReplaced(() -> real.commit(page));
  }

  private void unlessReplaced(Runnable write) {
    try {
      write.run();
    } catch (LedgerLostException lost) {
      if (fences) {
        throw lost;
      }
    }
  }

  @Override
  public boolean leads(String group) {
    return !fences || real.leads(group);
  }

  @Override
  public long generation(String group) {
    return real.generation(group);
  }

  @Override
  public void settle(ActuationIntent outcome) {
    for (int i = 0; i < settles; i++) {
      unlessReplaced(() -> real.settle(outcome));
    }
  }
}
