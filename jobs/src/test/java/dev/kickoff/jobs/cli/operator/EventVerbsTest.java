package dev.kickoff.jobs.cli.operator;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kickoff.jobs.client.Answers;
import dev.kickoff.jobs.client.ContractServer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EventVerbsTest {
  private static final String WHY = "--reason=kick-off delayed, rain";
  private static final String UID = "final 2026/1";

  @TempDir private Path folder;
  private ContractServer server;
  private Shell shell;

  @BeforeEach
  void start() throws IOException {
    server = new ContractServer();
    server.answers("event", 200, Answers.EVENT);
    shell = new Shell(server.uri(), folder);
  }

  @AfterEach
  void everyRequestKeptTheContract() {
    server.close();
  }

  @Test
  void listsAndShowsWithCountdownAndReadiness() {
    server.answers("events", 200, Answers.page(Answers.EVENT));

    assertThat(shell.run("event", "list").out()).contains("in 1 h", "75 %", "Final", UID);
    assertThat(shell.run("event", "show", UID).out())
        .contains("Final, 2026-06-11 21:00 CEST (19:00 UTC) to 2026-06-11 23:00 CEST (21:00 UTC)")
        .contains("LOOK quota: 12 hosts are missing");
  }

  @Test
  void movesByWhatWasReadAndSaysWhatIsKept() {
    server.answers("moveEvent", 200, Answers.EVENT);

    assertThat(shell.run("event", "move", UID, "+15m", WHY).out())
        .startsWith("moved: Final, ")
        .contains("kept until you let it go: kickoff event confirm '" + UID + "'");
    assertThat(server.last("moveEvent").body()).contains("\"byMinutes\":15");
    assertThat(server.last("moveEvent").headers()).containsEntry("if-match", "\"e3\"");
  }

  @Test
  void movesEarlierToATimeAndExtends() {
    server.answers("moveEvent", 200, Answers.EVENT);

    shell.run("event", "move", UID, "--earlier=1h", WHY);
    assertThat(server.last("moveEvent").body()).contains("\"byMinutes\":-60");
    shell.run("event", "move", UID, "--to=2026-06-12T19:00:00Z", WHY);
    assertThat(server.last("moveEvent").body()).contains("\"start\":\"2026-06-12T19:00:00Z\"");
    shell.run("event", "extend", UID, "+30m", WHY, "--dry-run");
    assertThat(server.last("moveEvent").body()).contains("\"extendMinutes\":30");
    assertThat(server.last("moveEvent").query()).containsEntry("dryRun", "true");
    assertThat(shell.run("event", "move", UID, "15", WHY).err()).contains("write +15m or +1h");
    assertThat(shell.run("event", "move", UID, WHY).code()).isEqualTo(2);
  }

  @Test
  void addsCallsOffAndConfirms() {
    server.answers("addEvent", 201, Answers.EVENT).answers("cancelEvent", 200, Answers.EVENT);
    server.answers("confirmEvent", 200, Answers.EVENT);

    Shell.Ran added =
        shell.run(
            "event",
            "add",
            "--title=Final",
            "--category=match",
            "--start=2026-06-11T19:00:00Z",
            "--end=2026-06-11T21:00:00Z",
            "--attribute=viewers=18000000");

    assertThat(added.out()).contains("take it back: kickoff event cancel");
    assertThat(server.last("addEvent").body())
        .contains("\"attributes\":{\"viewers\":\"18000000\"}");
    assertThat(shell.run("event", "cancel", UID).out()).startsWith("called off: Final");
    assertThat(shell.run("event", "confirm", UID).out()).startsWith("confirmed: Final");
  }

  @Test
  void importsAFileAndSaysWhatItChanges() throws IOException {
    server.answers(
        "importEvents",
        200,
        "{'added':[{'uid':'a','title':'Semi-final','start':'2026-07-14T19:00:00Z'}],"
            + "'changed':[],'cancelled':[],'deleted':[],'suspicious':'most are gone'}");
    Path csv = Files.writeString(folder.resolve("new.csv"), "start,end,title,category\n");

    assertThat(shell.run("event", "import", csv.toString(), "--dry-run").out())
        .isEqualTo(
            """
            + 2026-07-14T19:00:00Z  Semi-final  [a]
            1 added, 0 changed, 0 called off, 0 deleted
            suspicious: most are gone
            nothing was changed (--dry-run)
            """);
    assertThat(server.last("importEvents").headers()).containsEntry("content-type", "text/csv");
    assertThat(shell.run("event", "import", "none.ics").code()).isEqualTo(2);
  }
}
