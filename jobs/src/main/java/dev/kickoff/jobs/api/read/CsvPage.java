package dev.kickoff.jobs.api.read;

import dev.kickoff.jobs.api.past.PastDecision;
import io.javalin.http.Context;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * Decisions as CSV of RFC 4180, one a line.
 *
 * <p>A cell that a spreadsheet would take for a formula is led by an apostrophe: titles of events
 * come from outside.
 */
final class CsvPage {
  private static final String HEADER =
      "group,sequence,at,mode,action,from,wanted,to,guardrail,reason";

  private CsvPage() {}

  static String of(List<PastDecision> decisions) {
    return decisions.stream()
        .map(CsvPage::line)
        .collect(Collectors.joining("", HEADER + "\r\n", ""));
  }

  private static String line(PastDecision d) {
    return String.join(
            ",",
            cell(d.key().group()),
            String.valueOf(d.key().sequence()),
            d.key().at().toString(),
            d.mode().name(),
            d.change().action().name().toLowerCase(Locale.ROOT),
            String.valueOf(d.change().from()),
            String.valueOf(d.change().wanted()),
            String.valueOf(d.change().to()),
            cell(d.guardrail().orElse("")),
            cell(d.reason()))
        + "\r\n";
  }

  private static String cell(String text) {
    boolean formula = !text.isEmpty() && "=+-@\t\r".indexOf(text.charAt(0)) >= 0;
    return '"' + (formula ? "'" : "") + text.replace("\"", "\"\"") + '"';
  }

  /** The address of the page after this one, as a Link header has it. */
  static String link(Context ctx, String cursor) {
    TreeMap<String, String> query = new TreeMap<>();
    ctx.queryParamMap().forEach((name, values) -> query.put(name, values.get(0)));
    query.put("before", cursor);
    String parameters =
        query.entrySet().stream()
            .map(e -> e.getKey() + "=" + URLEncoder.encode(e.getValue(), StandardCharsets.UTF_8))
            .collect(Collectors.joining("&"));
    return "<" + ctx.path() + "?" + parameters + ">; rel=\"next\"";
  }
}
