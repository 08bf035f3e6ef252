package dev.kickoff.jobs.offline.page;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kickoff.model.forecast.accuracy.Interval;
import java.io.StringReader;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.InputSource;

class DotChartTest {
  private static final DotChart.Scale SCALE = new DotChart.Scale(0, 2, 1, new Interval(1, 1, 1));

  private static Element drawn(String svg) throws Exception {
    return DocumentBuilderFactory.newInstance()
        .newDocumentBuilder()
        .parse(new InputSource(new StringReader(svg)))
        .getDocumentElement();
  }

  private static DotChart.Panel panel(double... values) {
    return new DotChart.Panel(
        "within 1 h",
        Arrays.stream(values)
            .mapToObj(v -> new DotChart.Dot(new Interval(v, v - 0.2, v + 0.2), v > 1))
            .map(Optional::of)
            .toList());
  }

  @Test
  void aDotLiesAsFarAlongTheScaleAsItsNumber() throws Exception {
    Element svg = drawn(DotChart.svg("ratios", SCALE, List.of("a", "b"), List.of(panel(0.5, 1.5))));
    NodeList dots = svg.getElementsByTagName("circle");
    double low = Double.parseDouble(((Element) dots.item(0)).getAttribute("cx"));
    double high = Double.parseDouble(((Element) dots.item(1)).getAttribute("cx"));
    String words = svg.getTextContent();
    assertThat(words).contains("a", "b", "within 1 h");
    double one = 150 + (934 - 150) / 2.0;
    assertThat((low + high) / 2).isEqualTo(one);
    assertThat(high).isGreaterThan(low);
    assertThat(((Element) dots.item(0)).getAttribute("class")).isEqualTo("dot");
    assertThat(((Element) dots.item(1)).getAttribute("class")).isEqualTo("dot bad");
  }

  @Test
  void aNumberBeyondTheScaleIsWrittenOut() throws Exception {
    String chart = DotChart.svg("ratios", SCALE, List.of("a"), List.of(panel(7.25)));
    assertThat(drawn(chart).getTextContent()).contains("7.25");
  }

  @Test
  void aFileOfItsOwnHasATitleALegendAndEscapesThem() throws Exception {
    String chart = DotChart.svg("ratios", SCALE, List.of("<a>"), List.of(panel(1)));
    String file = SvgFile.of(chart, "a < b & c", List.of(new SvgFile.Key("band", "p50 & up")));
    Element svg = drawn(file);
    assertThat(svg.getAttribute("xmlns")).isEqualTo("http://www.w3.org/2000/svg");
    assertThat(svg.getTextContent()).contains("a < b & c", "p50 & up", "<a>");
  }
}
