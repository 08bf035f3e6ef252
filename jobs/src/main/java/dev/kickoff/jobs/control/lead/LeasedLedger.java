package dev.kickoff.jobs.control.lead;

import dev.kickoff.jobs.control.Ledger;
import dev.kickoff.model.control.ActuationIntent;
import java.util.function.BooleanSupplier;

/**
 * A ledger whose owner leads only while it also holds a lease.
 *
 * @param ledger where everything is kept
 * @param lease whether the lease is held now
 */
public record LeasedLedger(Ledger ledger, BooleanSupplier lease) implements Ledger {
  @Override
  public Past recall(String group) {
    return ledger.recall(group);
  }

  @Override
  public void commit(Page page) {
    ledger.commit(page);
  }

  @Override
  public void settle(ActuationIntent outcome) {
    ledger.settle(outcome);
  }

  @Override
  public boolean leads(String group) {
    return lease.getAsBoolean() && ledger.leads(group);
  }

  @Override
  public long generation(String group) {
    return ledger.generation(group);
  }
}
