package dev.kickoff.jobs;

import dev.kickoff.jobs.api.metrics.EngineMetrics;
import dev.kickoff.jobs.control.Ledger;
import dev.kickoff.model.control.ActuationIntent;
import dev.kickoff.model.fleet.FleetException;

/**
 * A ledger that counts what came of the calls to the fleet.
 *
 * @param ledger where everything is kept
 */
record MeteredLedger(Ledger ledger, EngineMetrics metrics) implements Ledger {
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
    outcome
        .outcome()
        .ifPresent(
            end -> {
              switch (end.result()) {
                case DONE -> metrics.actuated();
                case TRANSIENT -> metrics.actuationFailed(FleetException.Kind.TRANSIENT);
                case REFUSED -> metrics.actuationFailed(FleetException.Kind.REFUSED);
                case MISCONFIGURED -> metrics.actuationFailed(FleetException.Kind.MISCONFIGURED);
                case RECONCILED, ABANDONED -> {}
              }
            });
  }

  @Override
  public boolean leads(String group) {
    return ledger.leads(group);
  }

  @Override
  public long generation(String group) {
    return ledger.generation(group);
  }
}
