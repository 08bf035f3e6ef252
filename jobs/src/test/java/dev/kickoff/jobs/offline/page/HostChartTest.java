package dev.kickoff.jobs.offline.page;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kickoff.model.calendar.Event;
import dev.kickoff.model.calendar.EventVersion;
import java.io.StringReader;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.InputSource;

class HostChartTest {
  private static final Instant FROM = Instant.parse("2026-06-20T00:00:00Z");
  private static final Instant UNTIL = FROM.plus(Duration.ofHours(10));

  private static Event event(String title, int hour, int minutes) {
    Instant start = FROM.plus(Duration.ofHours(hour));
    Instant end = start.plus(Duration.ofMinutes(minutes));
    String uid = title + start;
    return new Event(uid, title, "match", start, end, Map.of(), EventVersion.FIRST);
  }

  /** Ten hosts in service; eight required, twelve in minute 300, and a gap from 400 to 409. */
  private static HostTrack track() {
    HostTrack track = new HostTrack(FROM, UNTIL);
    for (int i = 0; i < 600; i++) {
      Optional<Integer> required = Optional.of(i == 300 ? 12 : 8);
      boolean gap = i >= 400 && i < 410;
      track.add(FROM.plus(Duration.ofMinutes(i)), gap ? Optional.empty() : required, 10);
    }
    return track;
  }

  private static Element chart(List<Event> events) throws Exception {
    String svg = HostChart.svg(new HostChart.Frame(FROM, UNTIL, 12, events), "a \"b\"", track());
    return DocumentBuilderFactory.newInstance()
        .newDocumentBuilder()
        .parse(new InputSource(new StringReader(svg)))
        .getDocumentElement();
  }

  private static String path(Element chart, String kind) {
    return elements(chart, "path").stream()
        .filter(path -> path.getAttribute("class").equals(kind))
        .findFirst()
        .map(path -> path.getAttribute("d"))
        .orElseThrow();
  }

  private static List<Element> elements(Element chart, String tag) {
    NodeList nodes = chart.getElementsByTagName(tag);
    return IntStream.range(0, nodes.getLength()).mapToObj(i -> (Element) nodes.item(i)).toList();
  }

  @Test
  void showsAGapAsAGapAndAShortMinuteAsAMark() throws Exception {
    Element chart = chart(List.of());

    assertThat(path(chart, "need")).matches("M44\\.0 250[^M]*ZM[^M]*Z");
    assertThat(path(chart, "short")).matches("M498\\.0 253h1\\.5v7h-1\\.5z");
    assertThat(path(chart, "serving")).startsWith("M44 ").endsWith("H952.0");
  }

  @Test
  void labelsEventsWithTheirTitlesWhateverStandsInThem() throws Exception {
    Element chart = chart(List.of(event("<i>R</i> & \"B\"", 2, 115)));

    assertThat(elements(chart, "rect")).hasSize(1);
    assertThat(elements(chart, "rect").get(0).getTextContent())
        .isEqualTo("<i>R</i> & \"B\", 2026-06-20T02:00:00Z");
    assertThat(elements(chart, "text").stream().map(Element::getTextContent))
        .contains("<i>R</i> & \"B\"", "02:00", "20 Jun", "10");
    assertThat(elements(chart, "i")).isEmpty();
  }

  @Test
  void leavesATitleToItsTooltipWhereThereIsNoRoom() throws Exception {
    List<Event> events = new ArrayList<>();
    for (int i = 0; i < 40; i++) {
      events.add(event("Match number " + i, 5, 60));
    }
    Element chart = chart(events);

    assertThat(elements(chart, "rect")).hasSize(40);
    assertThat(elements(chart, "text").stream().map(Element::getTextContent))
        .filteredOn(text -> text.startsWith("Match"))
        .hasSizeBetween(1, 4);
  }

  @ParameterizedTest
  @CsvSource({"1,1", "5,1", "6,2", "12,5", "40,10", "142,50", "400,100", "100000,20000"})
  void scalesHostsInRoundNumbers(int top, int step) {
    assertThat(Ticks.hosts(top)).isEqualTo(step);
    assertThat(top / step).isLessThanOrEqualTo(5);
  }

  @ParameterizedTest
  @CsvSource({"PT20M", "PT2H", "PT10H", "PT24H", "P6D", "P22D", "P90D", "P400D", "P4000D"})
  void marksSomeRoundTimesOfAnySpan(Duration span) {
    List<Ticks.Mark> marks = Ticks.time(FROM, FROM.plus(span));

    assertThat(marks).hasSizeBetween(2, 14);
    assertThat(marks).allMatch(mark -> !mark.at().isBefore(FROM));
  }
}
