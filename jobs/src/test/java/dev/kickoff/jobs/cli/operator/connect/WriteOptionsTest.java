package dev.kickoff.jobs.cli.operator.connect;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.PrintWriter;
import java.io.StringReader;
import java.io.StringWriter;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

class WriteOptionsTest {
  @Command(name = "probe")
  private static final class Probe {
    @Mixin private WriteOptions write = new WriteOptions();
  }

  @ParameterizedTest
  @CsvSource({"y,true", "Yes,true", "n,false", "'',false", "yesterday,false"})
  void anythingButYesIsANo(String said, boolean agreed) {
    StringWriter err = new StringWriter();
    WriteOptions write = new WriteOptions();
    write.ask(new BufferedReader(new StringReader(said + "\n")));

    assertThat(write.asks()).isTrue();
    assertThat(write.agreed(new PrintWriter(err, true))).isEqualTo(agreed);
    assertThat(err.toString()).isEqualTo("Do it? [y/N] ");
  }

  @Test
  void asksNobodyWhoHasSaidYes() {
    Probe probe = new Probe();
    new CommandLine(probe).parseArgs("--yes");
    probe.write.ask(new BufferedReader(new StringReader("n\n")));

    assertThat(probe.write.asks()).isFalse();
  }

  @Test
  void aTerminalThatClosesIsANo() {
    WriteOptions write = new WriteOptions();
    write.ask(new BufferedReader(new StringReader("")));

    assertThat(write.agreed(new PrintWriter(new StringWriter()))).isFalse();
  }

  @Test
  void timesAreLocalAndUtcTogetherWithTheDayWhereItDiffers() {
    Instant late = Instant.parse("2026-06-11T22:30:00Z");

    assertThat(new Times(ZoneId.of("Europe/Paris")).both(late))
        .isEqualTo("2026-06-12 00:30 CEST (2026-06-11 22:30 UTC)");
    assertThat(new Times(ZoneOffset.UTC).both(late)).isEqualTo("2026-06-11 22:30 UTC");
    assertThat(Times.inWords(Duration.ofMinutes(-125))).isEqualTo("2 h 5 min");
  }

  @Test
  void theDevelopmentTokenIsShownToThisMachineOnly(@TempDir Path home) throws Exception {
    Path folder = Files.createDirectory(home.resolve(".kickoff"));
    Files.writeString(folder.resolve("dev-token"), "secret\n");
    String before = System.getProperty("user.home");
    System.setProperty("user.home", home.toString());
    try {
      TokenSource source = new TokenSource(Optional.empty());
      assertThat(source.tokenFor(URI.create("http://127.0.0.1:8080"))).contains("secret");
      assertThat(source.tokenFor(URI.create("https://kickoff.example.com"))).isEmpty();
    } finally {
      System.setProperty("user.home", before);
    }
  }

  @Test
  void textOfOthersDoesNotSteerTheTerminal() {
    assertThat(Plain.text("a\u001b[31m\nb\u202ec\u0085d")).isEqualTo("a [31m b c d");
    assertThat(new Table("A", "B").row("x", "12\n").row("yy", 3).text())
        .isEqualTo("A    B\nx   12\nyy   3\n");
  }
}
