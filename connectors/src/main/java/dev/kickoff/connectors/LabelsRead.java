package dev.kickoff.connectors;

import dev.kickoff.model.demand.ServiceMasks;
import java.util.List;

/**
 * Labels that were read, and what was wrong with the rest.
 *
 * @param problems the lines that were refused
 * @param notes what a reader should know though nothing was refused
 */
public record LabelsRead(ServiceMasks masks, Problems problems, List<String> notes) {
  public LabelsRead {
    notes = List.copyOf(notes);
  }
}
