package dev.kickoff.jobs.lab.shape;

import dev.kickoff.connectors.csv.CsvLine;
import dev.kickoff.model.lab.LoadCurve;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/**
 * A load as CSV: {@code seconds,rpm} and a column for each API, read back without losing a bit.
 *
 * @see dev.kickoff.connectors.csv.LoadCurveFile
 */
public final class ShapeCsv {
  private ShapeCsv() {}

  /** The whole file. */
  public static String of(Shape shape) {
    List<String> header = new ArrayList<>(List.of("seconds", "rpm"));
    header.addAll(shape.apis().keySet());
    StringBuilder csv = new StringBuilder(CsvLine.of(header)).append('\n');
    Collection<LoadCurve> apis = shape.apis().values();
    long step = shape.whole().step().toSeconds();
    for (int i = 0; i < shape.whole().size(); i++) {
      csv.append(i * step).append(',').append(number(shape.whole().at(i)));
      for (LoadCurve api : apis) {
        csv.append(',').append(number(api.at(i)));
      }
      csv.append('\n');
    }
    return csv.toString();
  }

  /** The shortest decimal that is read back as the same number, without an exponent. */
  static String number(double value) {
    if (value == Math.rint(value) && value < 1e15) {
      return Long.toString((long) value);
    }
    return new BigDecimal(Double.toString(value)).toPlainString();
  }
}
