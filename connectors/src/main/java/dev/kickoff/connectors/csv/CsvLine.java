package dev.kickoff.connectors.csv;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import java.io.StringWriter;
import java.util.List;

/** Fields as one line of a CSV file, quoted where they must be. */
public final class CsvLine {
  private CsvLine() {}

  /** The line, without its end. */
  public static String of(List<String> fields) {
    StringWriter line = new StringWriter();
    CsvWriter.builder().lineDelimiter(LineDelimiter.LF).build(line).writeRecord(fields);
    return line.toString().stripTrailing();
  }
}
