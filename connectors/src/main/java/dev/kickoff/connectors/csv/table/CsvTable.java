package dev.kickoff.connectors.csv.table;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import dev.kickoff.connectors.InputException;
import dev.kickoff.connectors.InputFile;
import dev.kickoff.connectors.Place;
import dev.kickoff.connectors.Problem;
import dev.kickoff.connectors.ProblemKind;
import dev.kickoff.connectors.Problems;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.function.Consumer;

/**
 * A CSV file with a header, read row by row (RFC 4180, UTF-8, with or without byte order mark).
 *
 * <p>Blank lines are skipped. A row with another number of columns than the header is refused.
 */
public final class CsvTable implements AutoCloseable {
  private static final int LONGEST_LINE = 1 << 20; // characters

  private final Path file;
  private final CsvReader<CsvRecord> reader;
  private final Iterator<CsvRecord> records;
  private final CsvHeader header;
  private final int maxLines;
  private int rows;

  private CsvTable(Path file, CsvReader<CsvRecord> reader, int maxLines) {
    this.file = file;
    this.maxLines = maxLines;
    this.reader = reader;
    this.records = reader.iterator();
    this.header = new CsvHeader(Place.of(file), nextRecord());
  }

  /**
   * Opens {@code file} and reads its header.
   *
   * @param maxLines how many lines a row may take, given that quoted values hold line breaks
   * @throws InputException when it cannot be read, is empty, or its header names a column twice
   */
  public static CsvTable open(Path file, int maxLines) {
    return of(InputFile.open(file), file, maxLines);
  }

  /**
   * A table that is read from {@code in}, which is closed with it.
   *
   * @param file what problems call it
   * @param maxLines how many lines a row may take, given that quoted values hold line breaks
   * @throws InputException when it cannot be read, is empty, or its header names a column twice
   */
  public static CsvTable of(InputStream in, Path file, int maxLines) {
    CsvReader<CsvRecord> reader =
        CsvReader.builder()
            .detectBomHeader(true)
            .ignoreDifferentFieldCount(true)
            .skipEmptyLines(true)
            .maxBufferSize(LONGEST_LINE)
            .ofCsvRecord(in);
    try {
      return new CsvTable(file, reader, maxLines);
    } catch (UncheckedIOException e) {
      throw InputFile.failed(file, e);
    }
  }

  public CsvHeader header() {
    return header;
  }

  /** How many rows were read so far, refused ones included. */
  public int rows() {
    return rows;
  }

  /** Hands every row to {@code reader}; one of the wrong width becomes a problem instead. */
  public void forEach(Problems problems, Consumer<CsvRow> consumer) {
    try {
      while (records.hasNext()) {
        CsvRow row = new CsvRow(Place.of(file), nextRecord());
        if (row.isBlank()) {
          continue;
        }
        rows++;
        boolean right = row.width() == header.width();
        int lines = row.lines();
        if (lines > maxLines || (lines > 1 && !right)) {
          throw new InputException(unclosed(row.place()));
        }
        if (right) {
          consumer.accept(row);
        } else {
          problems.add(wrongWidth(row));
        }
      }
    } catch (CsvParseException e) {
      throw new InputException(unclosed(Place.of(file).line(2 + rows)));
    } catch (UncheckedIOException e) {
      throw InputFile.failed(file, e);
    }
  }

  private CsvRecord nextRecord() {
    try {
      if (!records.hasNext()) {
        throw new InputException(
            new Problem(
                Place.of(file),
                ProblemKind.NO_DATA,
                "is empty",
                "its first line must name the columns"));
      }
      return records.next();
    } catch (CsvParseException e) {
      throw new InputException(unclosed(Place.of(file).line(1 + rows)));
    }
  }

  private Problem wrongWidth(CsvRow row) {
    String columns = row.width() == 1 ? " column" : " columns";
    String what = row.width() + columns + " where the header has " + header.width();
    String remedy = "quote a value that contains a comma";
    return new Problem(row.place(), ProblemKind.WRONG_COLUMN_COUNT, what, remedy);
  }

  private static Problem unclosed(Place place) {
    return new Problem(
        place,
        ProblemKind.MALFORMED,
        "a quote is opened here and not closed, it swallows the lines after it",
        "close the quote, and write a quote inside a quoted value twice");
  }

  @Override
  public void close() {
    try {
      reader.close();
    } catch (IOException e) {
      throw InputFile.failed(file, e);
    }
  }
}
