package dev.kickoff.connectors;

/** A text that does not say what it should; the reader of the file adds the place. */
public final class InvalidText extends Exception {
  private static final long serialVersionUID = 1L;

  private final ProblemKind kind;
  private final String what;
  private final String remedy;

  public InvalidText(ProblemKind kind, String what, String remedy) {
    super(what + "; " + remedy, null, false, false);
    this.kind = kind;
    this.what = what;
    this.remedy = remedy;
  }

  public ProblemKind kind() {
    return kind;
  }

  public String what() {
    return what;
  }

  public String remedy() {
    return remedy;
  }
}
