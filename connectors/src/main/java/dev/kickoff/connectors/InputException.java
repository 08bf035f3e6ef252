package dev.kickoff.connectors;

import java.util.List;
import java.util.stream.Collectors;

/** An input that cannot be used at all, with every problem found; the message has a line each. */
public final class InputException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final transient List<Problem> problems;

  public InputException(List<Problem> problems) {
    super(problems.stream().map(Problem::toString).collect(Collectors.joining("\n")));
    this.problems = List.copyOf(problems);
  }

  public InputException(Problem problem) {
    this(List.of(problem));
  }

  /** At least one, in the order found. */
  public List<Problem> problems() {
    return problems;
  }
}
