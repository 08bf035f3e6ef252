package dev.kickoff.jobs.config.bomb;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Files that were written to hurt: small ones that mean much, and large ones that mean nothing. */
final class Bombs {
  private static final String HEAD = "BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:-//bomb//EN\r\n";
  private static final int MILLION = 1_000_000;

  private final Map<String, String> files = new LinkedHashMap<>();

  private Bombs() {
    calendars();
    series();
    documents();
  }

  /** Writes all of them into a folder. */
  static int write(Path folder) throws IOException {
    Bombs bombs = new Bombs();
    for (Map.Entry<String, String> file : bombs.files.entrySet()) {
      Files.writeString(folder.resolve(file.getKey()), file.getValue());
    }
    return bombs.files.size();
  }

  private static String event(String... lines) {
    return "BEGIN:VEVENT\r\nUID:1\r\nDTSTAMP:20240601T000000Z\r\nDTSTART:20240601T180000Z\r\n"
        + "DURATION:PT2H\r\nSUMMARY:bomb\r\n"
        + String.join("\r\n", lines)
        + "\r\nEND:VEVENT\r\n";
  }

  private static String calendar(String... parts) {
    return HEAD + String.join("", parts) + "END:VCALENDAR\r\n";
  }

  private static String upTo(int from, int to) {
    return IntStream.rangeClosed(from, to)
        .mapToObj(String::valueOf)
        .collect(Collectors.joining(","));
  }

  private void calendars() {
    files.put("secondly.ics", calendar(event("RRULE:FREQ=SECONDLY"))); // ical4j#849
    files.put("minutely.ics", calendar(event("RRULE:FREQ=MINUTELY;COUNT=100000000")));
    files.put(
        "cross-product.ics", // node-ical#542
        calendar(
            event(
                "RRULE:FREQ=YEARLY;BYMONTH="
                    + upTo(1, 12)
                    + ";BYMONTHDAY="
                    + upTo(1, 31)
                    + ";BYHOUR="
                    + upTo(0, 23)
                    + ";BYMINUTE="
                    + upTo(0, 59)
                    + ";BYSECOND="
                    + upTo(0, 59))));
    files.put(
        "inconsistent.ics", // ical4j#851: no day is the 30th of February
        calendar(event("RRULE:FREQ=HOURLY;BYMONTH=2;BYMONTHDAY=30;COUNT=1000")));
    files.put("never-ending.ics", HEAD + "BEGIN:VEVENT\r\nUID:1\r\nBEGIN:VEVENT\r\n"); // #261
    files.put("folded.ics", HEAD + "X-LONG:a" + "\r\n b".repeat(MILLION));
    files.put("deep.ics", HEAD + "BEGIN:VEVENT\r\n".repeat(100_000));
    files.put(
        "rdates.ics",
        calendar(
            event(
                IntStream.range(0, 100_000)
                    .mapToObj(
                        i ->
                            "RDATE:2024%02d%02dT%02d0000Z"
                                .formatted(1 + i % 12, 1 + i % 28, i % 24))
                    .toArray(String[]::new))));
    files.put(
        "zones.ics", // ical4j PR#895
        calendar(
            IntStream.range(0, 20_000)
                .mapToObj(
                    i ->
                        "BEGIN:VTIMEZONE\r\nTZID:Zone/"
                            + i
                            + "\r\nBEGIN:STANDARD\r\n"
                            + "DTSTART:19700101T000000\r\nRRULE:FREQ=YEARLY\r\n"
                            + "TZOFFSETFROM:+0100\r\n"
                            + "TZOFFSETTO:+0100\r\nEND:STANDARD\r\nEND:VTIMEZONE\r\n")
                .collect(Collectors.joining()),
            event("RRULE:FREQ=BOMB")));
    files.put("too-big.ics", HEAD + "X-A:b\r\n".repeat(MILLION));
  }

  private void series() {
    files.put("columns.csv", "timestamp,value" + ",x".repeat(MILLION) + "\n2024-01-01T00:00Z,1\n");
    files.put("endless-line.csv", "x".repeat(20 * MILLION));
    files.put("open-quote.csv", "timestamp,value\n\"" + "a,b\n".repeat(4 * MILLION));
    files.put("number.csv", "timestamp,value\n2024-01-01T00:00:00Z," + "9".repeat(MILLION) + "\n");
    files.put("digits.csv", "timestamp,value\n2024-01-01T00:00:00Z,1e999999999\n");
  }

  private void documents() {
    String aliases =
        "a0: &a0 [x,x,x,x,x,x,x,x,x,x]\n"
            + IntStream.range(1, 12)
                .mapToObj(
                    i ->
                        "a%d: &a%d [%s]\n"
                            .formatted(
                                i,
                                i,
                                String.join(
                                    ",", java.util.Collections.nCopies(10, "*a" + (i - 1)))))
                .collect(Collectors.joining());
    files.put("aliases.yaml", aliases);
    files.put("deep.yaml", "a: " + "[".repeat(100_000));
    files.put("self.yaml", "a: &a [*a]\n");
    files.put("tag.yaml", "a: !!javax.script.ScriptEngineManager [x]\n");
    files.put("too-big.yaml", "# " + "x".repeat(2 * MILLION) + "\na: 1\n");
    files.put("deep.json", "[".repeat(MILLION));
    files.put("deep-object.json", "{\"a\":".repeat(200_000));
    files.put("string.json", "{\"uid\":\"" + "x".repeat(4 * MILLION) + "\"}");
    files.put("number.json", "{\"revision\":" + "9".repeat(MILLION) + "}");
    files.put("exponent.json", "{\"revision\":1e999999999}");
  }
}
