package dev.kickoff.connectors;

/**
 * One thing that is wrong with an input: where, what, and what would be right.
 *
 * <p>Written {@code metrics.csv:17:22: value 'abc' is not a number; write a decimal such as 1250}.
 *
 * @param what the fault, without a full stop
 * @param remedy what the reader can do, without a full stop
 */
public record Problem(Place place, ProblemKind kind, String what, String remedy) {
  private static final int BRIEF = 40;

  /**
   * The start of {@code text}, at most 40 characters and in one line, to be quoted in a problem.
   */
  public static String brief(String text) {
    String line = text.replaceAll("\\p{Cntrl}", " ");
    return line.length() <= BRIEF ? line : line.substring(0, BRIEF - 3) + "...";
  }

  @Override
  public String toString() {
    return place + ": " + what + "; " + remedy;
  }
}
