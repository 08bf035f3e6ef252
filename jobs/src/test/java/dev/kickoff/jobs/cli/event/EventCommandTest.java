package dev.kickoff.jobs.cli.event;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kickoff.jobs.cli.Main;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EventCommandTest {
  private static final String HEADER = "start,end,title,category,uid,tier\n";
  private static final String A =
      "2026-06-20T18:00:00Z,2026-06-20T20:00:00Z,Reds v Blues,match,a,1\n";
  private static final String B =
      "2026-06-21T18:00:00Z,2026-06-21T20:00:00Z,Greens v Whites,match,b,\n";

  @TempDir private Path folder;
  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();

  private int run(String... args) {
    out.getBuffer().setLength(0);
    err.getBuffer().setLength(0);
    return Main.run(new PrintWriter(out, true), new PrintWriter(err, true), args);
  }

  private String file(String name, String text) throws IOException {
    return Files.writeString(folder.resolve(name), text).toString();
  }

  private String old;

  @BeforeEach
  void writeTheOldCalendar() throws IOException {
    old = file("old.csv", HEADER + A + B);
  }

  @Test
  void diffTellsWhatChangesFieldByField() throws IOException {
    String moved = A.replace("T18:00", "T18:30").replace(",a,1", ",a,2");
    String fresh =
        file("new.csv", HEADER + moved + B.replace("Greens v Whites", "X").replace(",b,", ",c,"));

    assertThat(run("event", "diff", old, fresh, "--at", "2026-06-20T18:30:00Z")).isZero();

    assertThat(out.toString())
        .isEqualTo(
            """
            + 2026-06-21T18:00:00Z  match  X  [c]
            ~ 2026-06-20T18:00:00Z  match  Reds v Blues  [a]
                start: '2026-06-20T18:00:00Z' -> '2026-06-20T18:30:00Z'
                attributes.tier: '1' -> '2'
            - 2026-06-21T18:00:00Z  match  Greens v Whites  [b]
            1 added, 1 changed, 0 cancelled, 1 deleted
            suspicious: the new calendar no longer mentions 1 of the 1 events ahead
            """);
  }

  @Test
  void diffAsJsonHasTheSame() throws IOException {
    String fresh = file("new.csv", HEADER + A.replace("T20:00", "T20:15"));

    assertThat(run("event", "diff", old, fresh, "--at", "2026-06-20T00:00:00Z", "-o", "json"))
        .isZero();

    assertThat(out.toString().strip())
        .isEqualTo(
            """
            {"added":[],"changed":[{"uid":"a","title":"Reds v Blues","category":"match",\
            "start":"2026-06-20T18:00:00Z","end":"2026-06-20T20:15:00Z","attributes":{"tier":"1"},\
            "changes":[{"field":"end","from":"2026-06-20T20:00:00Z","to":"2026-06-20T20:15:00Z"}]}],\
            "cancelled":[],"deleted":[{"uid":"b","title":"Greens v Whites","category":"match",\
            "start":"2026-06-21T18:00:00Z","end":"2026-06-21T20:00:00Z","attributes":{}}],\
            "suspicious":null}""");
  }

  @Test
  void diffOfAFileThatCannotBeReadIsAMatterOfUsage() {
    assertThat(run("event", "diff", old, folder.resolve("none.csv").toString())).isEqualTo(2);
    assertThat(err.toString()).contains("none.csv: does not exist; check the path");
  }

  @Test
  void holidaysAreACalendarThatCanBeReadBack() throws IOException {
    assertThat(run("event", "holidays", "--region", "fr", "--region", "US-NY", "--year", "2026"))
        .isZero();
    assertThat(out.toString())
        .startsWith("start,end,title,category,region,uid\n")
        .contains("2026-07-14,2026-07-15,National Day,holiday,FR,holiday/FR/2026-07-14\n")
        .contains(",US-NY,holiday/US-NY/2026-11-26\n");

    String holidays = file("holidays.csv", out.toString());
    assertThat(run("event", "diff", holidays, old, "--zone", "Europe/Paris")).isZero();
    assertThat(out.toString()).contains("2 added, 0 changed, 0 cancelled, 22 deleted");
  }

  @Test
  void unknownRegionsAndAMissingCommandAreMattersOfUsage() {
    assertThat(run("event", "holidays", "--region", "zz", "--year", "2026")).isEqualTo(2);
    assertThat(err.toString()).contains("region ZZ: has no known holidays; countries with rules");
    assertThat(run("event", "holidays", "--region", "??", "--year", "2026")).isEqualTo(2);
    assertThat(err.toString()).contains("write a country such as FR");
    assertThat(run("event")).isEqualTo(2);
  }

  @Test
  void helpShowsAnExample() {
    assertThat(run("event", "diff", "--help")).isZero();
    assertThat(out.toString()).contains("kickoff event diff");
    assertThat(run("event", "holidays", "--help")).isZero();
    assertThat(out.toString()).contains("kickoff event holidays");
  }
}
