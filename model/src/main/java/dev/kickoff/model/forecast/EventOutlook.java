package dev.kickoff.model.forecast;

import java.time.Instant;
import java.util.List;

/**
 * A planned event that acts on a forecast, with the past events that its effect was learnt from.
 *
 * @param startsAt kick-off that was reckoned with
 * @param neighbours the past events it resembles most, the closest first; empty where none is known
 * @param basis one sentence for an operator: how much is known of such events
 */
public record EventOutlook(
    String uid, String title, Instant startsAt, List<Neighbour> neighbours, String basis) {
  public EventOutlook {
    neighbours = List.copyOf(neighbours);
  }

  /**
   * A past event that a coming one resembles.
   *
   * @param startedAt its kick-off
   * @param weight how much it counts beside the others, 0..1; the weights of one outlook sum to at
   *     most 1
   * @param alike what the two have in common, in words
   */
  public record Neighbour(
      String uid, String title, Instant startedAt, double weight, List<String> alike) {
    public Neighbour {
      alike = List.copyOf(alike);
    }
  }
}
