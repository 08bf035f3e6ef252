package dev.kickoff.connectors;

/** What sort of thing is wrong with an input; counted in summaries. */
public enum ProblemKind {
  UNREADABLE("unreadable"),
  TOO_LARGE("too large"),
  BAD_HEADER("wrong header"),
  NO_DATA("without data"),
  MALFORMED("malformed"),
  WRONG_COLUMN_COUNT("wrong number of columns"),
  MISSING("missing value"),
  BAD_TIMESTAMP("not a timestamp"),
  OUT_OF_RANGE("out of range"),
  NO_SUCH_LOCAL_TIME("local time skipped by a clock change"),
  AMBIGUOUS_LOCAL_TIME("local time that exists twice"),
  UNKNOWN_ZONE("unknown time zone"),
  DUPLICATE_TIMESTAMP("duplicate timestamp"),
  OFF_GRID("off the grid"),
  MIXED_RESOLUTIONS("mixed resolutions"),
  NOT_A_NUMBER("not a number"),
  NEGATIVE("negative"),
  BAD_NAME("not a valid name"),
  ENDS_BEFORE_START("end not after start"),
  UNKNOWN_KEY("unknown key"),
  DUPLICATE_KEY("duplicate key"),
  BAD_VALUE("not a valid value"),
  UNSUPPORTED("not supported"),
  MOSTLY_REFUSED("mostly refused");

  private final String label;

  ProblemKind(String label) {
    this.label = label;
  }

  /** The kind in words that follow a count. */
  public String label() {
    return label;
  }
}
