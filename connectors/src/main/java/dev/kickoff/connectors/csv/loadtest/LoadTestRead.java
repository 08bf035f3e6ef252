package dev.kickoff.connectors.csv.loadtest;

import dev.kickoff.connectors.Problems;
import dev.kickoff.model.lab.profile.LoadTestRow;
import java.util.List;

/**
 * A load test as it was read.
 *
 * @param rows what can be used, in the order of the file
 * @param problems every line that was refused
 * @param notes what is worth knowing though nothing is wrong
 */
public record LoadTestRead(List<LoadTestRow> rows, Problems problems, List<String> notes) {
  public LoadTestRead {
    rows = List.copyOf(rows);
    notes = List.copyOf(notes);
  }
}
