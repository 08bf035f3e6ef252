package dev.kickoff.jobs.lab.shape;

import dev.kickoff.jobs.lab.Sparkline;
import java.nio.charset.Charset;
import java.util.ArrayList;
import java.util.List;

/** A load in a few lines for people: what it is, how high and when, and its course in bars. */
public final class Summary {
  private Summary() {}

  /** The lines; the bars only where {@code charset} has them. */
  public static List<String> of(Shape shape, Charset charset) {
    List<String> lines = new ArrayList<>();
    ShapeFigures figures = ShapeFigures.of(shape.whole());
    lines.add(
        "%s: %s, %s rpm at most, first at %s, %s on average"
            .formatted(
                shape.source(),
                Words.time(shape.whole().span().toSeconds()),
                Words.rate(figures.peakRpm()),
                Words.time(figures.peakAtSecond()),
                Words.rate(figures.meanRpm())));
    Sparkline.of(shape.whole().values(), charset).ifPresent(lines::add);
    shape.notes().forEach(note -> lines.add("note: " + note));
    return lines;
  }
}
