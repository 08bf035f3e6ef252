package dev.kickoff.jobs.proof.run;

/** The ledger cannot be reached. */
final class LedgerDownException extends IllegalStateException {
  private static final long serialVersionUID = 1L;

  LedgerDownException() {
    super("the ledger cannot be reached");
  }
}
