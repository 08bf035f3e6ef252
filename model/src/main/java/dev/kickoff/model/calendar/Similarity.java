package dev.kickoff.model.calendar;

import java.time.Duration;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;

/**
 * How much past events of a category resemble a coming one.
 *
 * <p>The resemblance is a product of kernels, each 1 where the two are alike: local time of day
 * ({@code exp(-hours apart / 3)}), working day or weekend, how many events of the category start
 * together, age ({@code 2^(-days / 30)}), each attribute that both have as a number ({@code
 * exp(-|log ratio|)}), and the attributes that both have as words (0.7 where none is shared, 1
 * where all are). It is a Nadaraya-Watson weight ("On Estimating Regression", 1964).
 */
public final class Similarity {
  private static final double HOURS_APART = 3;
  private static final double OTHER_DAY = 0.5;
  private static final double OTHER_COMPANY = 0.3;
  private static final double NO_WORD_SHARED = 0.7;
  private static final double HALF_LIFE_DAYS = 30;
  private static final Duration TOGETHER = Duration.ofMinutes(30);
  private static final double ALIKE = 0.8;

  private final ZoneId zone;
  private final EventCalendar calendar;

  /**
   * @param zone the zone people live in
   * @param calendar what is known of all events, past and coming
   */
  public Similarity(ZoneId zone, EventCalendar calendar) {
    this.zone = zone;
    this.calendar = calendar;
  }

  /**
   * A past event and how much it resembles the coming one.
   *
   * @param weight above 0, at most 1
   * @param alike what the two have in common, in words
   */
  public record Likeness(Event event, double weight, List<String> alike) {}

  /** Every one of {@code past} that is of the coming event's category, the closest first. */
  public List<Likeness> rank(Event coming, List<Event> past) {
    List<Likeness> ranked = new ArrayList<>();
    for (Event event : past) {
      boolean before = event.start().isBefore(coming.start());
      if (before && event.category().equals(coming.category()) && !event.equals(coming)) {
        ranked.add(likeness(coming, event));
      }
    }
    ranked.sort(
        Comparator.comparingDouble(Likeness::weight)
            .reversed()
            .thenComparing(each -> each.event().start(), Comparator.reverseOrder())
            .thenComparing(each -> each.event().uid()));
    return ranked;
  }

  private Likeness likeness(Event coming, Event past) {
    List<String> alike = new ArrayList<>();
    double weight = age(coming, past) * timeOfDay(coming, past, alike);
    weight *= sameOr(OTHER_DAY, isWeekend(coming) == isWeekend(past), "kind of day", alike);
    weight *= sameOr(OTHER_COMPANY, company(coming) == company(past), "number together", alike);
    weight *= numbers(coming, past, alike) * words(coming, past, alike);
    return new Likeness(past, weight, List.copyOf(alike));
  }

  private static double age(Event coming, Event past) {
    double days = Duration.between(past.start(), coming.start()).toMinutes() / 1440.0;
    return Math.pow(0.5, days / HALF_LIFE_DAYS);
  }

  private double timeOfDay(Event coming, Event past, List<String> alike) {
    double apart = Math.abs(localHour(coming) - localHour(past));
    double kernel = Math.exp(-Math.min(apart, 24 - apart) / HOURS_APART);
    return noted(kernel, "time of day", alike);
  }

  private static double sameOr(double otherwise, boolean same, String what, List<String> alike) {
    return noted(same ? 1 : otherwise, what, alike);
  }

  private static double noted(double kernel, String what, List<String> alike) {
    if (kernel >= ALIKE) {
      alike.add(what);
    }
    return kernel;
  }

  private static double numbers(Event coming, Event past, List<String> alike) {
    double kernel = 1;
    for (Map.Entry<String, String> attribute : coming.attributes().entrySet()) {
      double a = EventAttributes.positiveNumber(attribute.getValue()).orElse(0);
      double b =
          EventAttributes.positiveNumber(past.attributes().getOrDefault(attribute.getKey(), ""))
              .orElse(0);
      if (a > 0 && b > 0) {
        kernel *= noted(Math.exp(-Math.abs(Math.log(a / b))), attribute.getKey(), alike);
      }
    }
    return kernel;
  }

  private static double words(Event coming, Event past, List<String> alike) {
    int both = 0;
    int shared = 0;
    for (Map.Entry<String, String> attribute : coming.attributes().entrySet()) {
      String value = attribute.getValue();
      String other = past.attributes().getOrDefault(attribute.getKey(), "");
      boolean words = EventAttributes.positiveNumber(value).isEmpty();
      if (words && !value.isBlank() && !other.isBlank()) {
        both++;
        if (value.equals(other)) {
          shared++;
          alike.add(attribute.getKey() + " " + value);
        }
      }
    }
    return both == 0 ? 1 : NO_WORD_SHARED + (1 - NO_WORD_SHARED) * shared / both;
  }

  private double localHour(Event event) {
    ZonedDateTime local = event.start().atZone(zone);
    return local.getHour() + local.getMinute() / 60.0;
  }

  private boolean isWeekend(Event event) {
    return event.start().atZone(zone).getDayOfWeek().getValue() >= 6;
  }

  /** How many events of its category start together with it, itself included; at most three. */
  private int company(Event event) {
    int count = 0;
    for (Event other : calendar.overlapping(event.start(), event.end())) {
      Duration apart = Duration.between(event.start(), other.start()).abs();
      if (other.category().equals(event.category()) && apart.compareTo(TOGETHER) <= 0) {
        count++;
      }
    }
    return Math.min(3, Math.max(1, count));
  }
}
