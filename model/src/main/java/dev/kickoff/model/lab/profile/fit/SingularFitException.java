package dev.kickoff.model.lab.profile.fit;

/** Rows that do not tell the coefficients of a regression apart. */
public final class SingularFitException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  SingularFitException() {
    super("the rows do not tell the coefficients apart");
  }
}
