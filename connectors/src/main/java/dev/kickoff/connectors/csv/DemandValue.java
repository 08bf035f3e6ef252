package dev.kickoff.connectors.csv;

import dev.kickoff.connectors.InvalidText;
import dev.kickoff.connectors.Problem;
import dev.kickoff.connectors.ProblemKind;

/** Demand as a decimal: finite and not negative. */
final class DemandValue {
  private DemandValue() {}

  static double parse(String text) throws InvalidText {
    double value = isDecimal(text) ? decimal(text) : Double.NaN;
    if (Double.isNaN(value) || Double.isInfinite(value)) {
      boolean unknown = text.matches("(?i)nan|null|none|n/?a|-+");
      throw new InvalidText(
          ProblemKind.NOT_A_NUMBER,
          "value '" + Problem.brief(text) + "' is not a number",
          unknown
              ? "leave the value blank where it is unknown"
              : "write a decimal such as 1250 or 1250.5");
    }
    if (value < 0) {
      throw new InvalidText(
          ProblemKind.NEGATIVE,
          "value " + text + " is negative",
          "demand is 0 or more; leave the value blank where it is unknown");
    }
    return value + 0.0;
  }

  private static boolean isDecimal(String text) {
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if ((c < '0' || c > '9') && "+-.eE".indexOf(c) < 0) {
        return false;
      }
    }
    return true;
  }

  private static double decimal(String text) {
    try {
      return Double.parseDouble(text);
    } catch (NumberFormatException e) {
      return Double.NaN;
    }
  }
}
