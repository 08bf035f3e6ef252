package dev.kickoff.jobs.lab.tune;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import java.util.Map;

/** A search as text, as JSON and as a page. */
public final class TuneReport {
  private final TuneOutcome outcome;

  public TuneReport(TuneOutcome outcome) {
    this.outcome = outcome;
  }

  /** For a terminal. */
  public String text() {
    return TuneTable.of(outcome);
  }

  /** The figures that matter, on one line. */
  public String json() {
    return written(TuneJson.brief(outcome), false);
  }

  /** Every candidate. */
  public String fullJson() {
    return written(TuneJson.full(outcome), true);
  }

  /** A page of its own. */
  public String html() {
    return new TunePage(outcome).html();
  }

  private static String written(Map<String, Object> tree, boolean indented) {
    try {
      return new ObjectMapper()
              .configure(SerializationFeature.INDENT_OUTPUT, indented)
              .writeValueAsString(tree)
          + "\n";
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("maps and lists can be written", e);
    }
  }
}
