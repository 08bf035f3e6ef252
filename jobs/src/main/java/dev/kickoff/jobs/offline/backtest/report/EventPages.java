package dev.kickoff.jobs.offline.backtest.report;

import dev.kickoff.jobs.offline.OfflineTask;
import dev.kickoff.jobs.offline.backtest.EventLook;
import dev.kickoff.jobs.offline.backtest.EventLooks;
import dev.kickoff.jobs.offline.page.Html;
import dev.kickoff.jobs.offline.page.Numbers;
import dev.kickoff.model.demand.DemandSeries;
import dev.kickoff.model.demand.Service;
import dev.kickoff.model.forecast.DemandForecast;
import dev.kickoff.model.forecast.accuracy.Backtest;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;

/** The pages of single events, below {@code events}, and the links to them. */
final class EventPages {
  private static final int MOST_LETTERS = 40;
  private static final String OWN_NAMES = "\\d{3,}-[a-z0-9-]*\\.html";

  private final OfflineTask task;
  private final EventLooks looks;
  private final Map<EventLook, DemandForecast> forecasts = new HashMap<>();
  private final StringBuilder links = new StringBuilder();

  EventPages(OfflineTask task, EventLooks looks) {
    this.task = task;
    this.looks = looks;
  }

  void add(EventLook look, DemandForecast forecast) {
    forecasts.put(look, forecast);
  }

  /** Writes the pages, in place of those of an earlier run. */
  void write(Path folder) throws IOException {
    Path events = folder.resolve("events");
    removeEarlier(events);
    Map<Service, Backtest.Trace> traces = new HashMap<>();
    task.traces().forEach(trace -> traces.put(trace.service(), trace));
    int number = 1;
    for (Map.Entry<List<Object>, List<EventLook>> page : pages().entrySet()) {
      Files.createDirectories(events);
      Backtest.Trace trace = traces.get(page.getValue().get(0).service());
      if (trace == null) {
        throw new IllegalStateException("no trace for " + page.getKey());
      }
      write(events, number++, trace, page.getValue());
    }
  }

  private Map<List<Object>, List<EventLook>> pages() {
    Map<List<Object>, List<EventLook>> pages = new LinkedHashMap<>();
    for (EventLook look : looks.looks()) {
      pages
          .computeIfAbsent(List.of(look.event().uid(), look.service()), key -> new ArrayList<>())
          .add(look);
    }
    return pages;
  }

  private void write(Path events, int number, Backtest.Trace trace, List<EventLook> ofPage)
      throws IOException {
    DemandSeries truth = task.truth(trace);
    EventPage page = new EventPage(trace, truth, ofPage.get(0).event(), task.zone());
    for (EventLook look : ofPage) {
      DemandForecast forecast = forecasts.get(look);
      if (forecast == null) {
        throw new IllegalStateException("no forecast was issued for " + look);
      }
      page.add(look, forecast);
    }
    String name = name(number, ofPage.get(0));
    Files.write(events.resolve(name), page.html().getBytes(StandardCharsets.UTF_8));
    links.append("<li><a href=\"events/").append(name).append("\">");
    links.append(Html.escaped(ofPage.get(0).event().title())).append("</a>, ");
    links.append(Numbers.local(ofPage.get(0).event().start(), task.zone()));
    links.append(task.hasSeveralServices() ? ", " + Html.escaped(trace.service().name()) : "");
    links.append(": ").append(Html.escaped(page.verdict())).append("</li>\n");
  }

  private String name(int number, EventLook look) {
    String title = look.event().title() + (task.hasSeveralServices() ? "-" + look.service() : "");
    String plain = title.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "-");
    String brief = plain.substring(0, Math.min(MOST_LETTERS, plain.length()));
    return String.format(Locale.ROOT, "%03d-%s.html", number, brief);
  }

  private static void removeEarlier(Path events) throws IOException {
    if (Files.isDirectory(events)) {
      try (Stream<Path> files = Files.list(events)) {
        for (Path file : files.toList()) {
          if (file.getFileName().toString().matches(OWN_NAMES)) {
            Files.delete(file);
          }
        }
      }
    }
  }

  /** A heading and a link to each page that was written; nothing without events. */
  String links() {
    if (looks.pages() + looks.leftOut() == 0) {
      return "";
    }
    String left =
        looks.leftOut() == 0
            ? "All are here."
            : looks.leftOut()
                + " more were left out to save time; --event-pages N shows N of them. Those here"
                + " were picked evenly over the span, not by how they went.";
    return "<h2>Events</h2>\n<p class=\"note\">Forecasts as of a day, an hour and ten minutes"
        + " before the start, against what came; the error is that of the highest p50. "
        + left
        + "</p>\n<ul>\n"
        + links
        + "</ul>\n";
  }
}
