package dev.kickoff.jobs.api.audit;

import dev.kickoff.jobs.api.audit.AuditView.Seen;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Entries of the audit as CSV of RFC 4180. A cell that a spreadsheet would take for a formula is
 * led by an apostrophe: reasons and paths are written by others.
 */
final class AuditCsv {
  private static final String HEADER =
      "wall_time,engine_time,actor,action,target,outcome,status,detail,group,reason,"
          + "request_digest,address,writer,sequence,previous,hash\r\n";

  private AuditCsv() {}

  static String of(List<Seen> entries) {
    return entries.stream().map(AuditCsv::line).collect(Collectors.joining("", HEADER, ""));
  }

  private static String line(Seen seen) {
    AuditEntry entry = seen.entry();
    AuditEntry.Act act = entry.act();
    return Stream.of(
                act.wallTime(),
                act.engineTime(),
                act.actor(),
                act.action(),
                act.target(),
                act.outcome().result().name().toLowerCase(Locale.ROOT),
                act.outcome().status(),
                act.outcome().detail().orElse(""),
                act.request().group().orElse(""),
                act.request().reason().orElse(""),
                act.request().digest(),
                act.request().address(),
                entry.writer(),
                entry.sequence(),
                entry.previous(),
                seen.hash())
            .map(value -> cell(value.toString()))
            .collect(Collectors.joining(","))
        + "\r\n";
  }

  private static String cell(String text) {
    boolean formula = !text.isEmpty() && "=+-@\t\r".indexOf(text.charAt(0)) >= 0;
    return '"' + (formula ? "'" : "") + text.replace("\"", "\"\"") + '"';
  }
}
