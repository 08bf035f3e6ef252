package dev.kickoff.model.forecast;

import java.util.List;

/**
 * What a forecast rests on: how its methods were chosen, and which past events it leans on.
 *
 * @param choices one for each horizon bucket, nearest first
 * @param events the planned events that act within the horizon, earliest first
 */
public record ForecastBasis(List<BucketChoice> choices, List<EventOutlook> events) {
  public ForecastBasis {
    choices = List.copyOf(choices);
    events = List.copyOf(events);
  }
}
