package dev.kickoff.connectors.csv.activity;

import dev.kickoff.model.lab.twin.reality.Launch;
import java.util.List;

/**
 * The launches of a group.
 *
 * @param launches in the order of the file
 * @param notes what was left out, in words
 */
public record ActivitiesRead(List<Launch> launches, List<String> notes) {
  public ActivitiesRead {
    launches = List.copyOf(launches);
    notes = List.copyOf(notes);
  }
}
