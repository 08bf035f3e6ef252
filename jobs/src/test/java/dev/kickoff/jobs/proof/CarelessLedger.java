package dev.kickoff.jobs.proof;

import dev.kickoff.jobs.control.Ledger;
import dev.kickoff.model.control.ActuationIntent;
import dev.kickoff.model.control.ControlMemory;

/**
 * A ledger that does not do what it should.
 *
 * @param real the one behind it
 * @param settles how often it records an outcome
 * @param forgets whether it recalls nothing
 */
record CarelessLedger(Ledger real, int settles, boolean forgets) implements Ledger {
  static Ledger settling(Ledger real, int times) {
    return new CarelessLedger(real, times, false);
  }

  static Ledger forgetful(Ledger real) {
    return new CarelessLedger(real, 1, true);
  }

  @Override
  public Past recall(String group) {
    Past past = real.recall(group);
    return forgets ? new Past(ControlMemory.EMPTY, past.openIntents()) : past;
  }

  @Override
  public void commit(Page page) {
    real.commit(page);
  }

  @Override
  public void settle(ActuationIntent outcome) {
    for (int i = 0; i < settles; i++) {
      real.settle(outcome);
    }
  }
}
