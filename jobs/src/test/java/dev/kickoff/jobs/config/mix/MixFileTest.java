package dev.kickoff.jobs.config.mix;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.kickoff.connectors.InputException;
import dev.kickoff.model.lab.shape.mix.EventPlace;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MixFileTest {
  @TempDir private Path folder = Path.of("");

  private MixSettings read(String yaml) throws IOException {
    Path file = folder.resolve("mix.yaml");
    Files.writeString(file, yaml);
    return MixFile.read(file);
  }

  @Test
  void phasesAreReadWithWhatPassesAndWhereApisAreAskedFor() throws IOException {
    MixSettings settings =
        read(
            """
            phases:
              - {name: before, shares: {home: 70, playback: 30}}
              - {name: play, from: 0, over: 5m, shares: {home: 20, playback: 80}}
              - {name: goal, from: 23m, for: 3m, shares: {home: 90, playback: 10}}
            paths: {home: /}
            """);
    EventPlace match = new EventPlace(600, 6600);
    assertThat(settings.mix().sharesAt(0, match)).containsEntry("home", 0.7);
    assertThat(settings.mix().sharesAt(600 + 150, match).get("home"))
        .isCloseTo(0.45, within(1e-12));
    assertThat(settings.mix().sharesAt(600 + 24 * 60, match)).containsEntry("playback", 0.1);
    assertThat(settings.mix().sharesAt(600 + 27 * 60, match)).containsEntry("playback", 0.8);
    assertThat(settings.paths()).containsOnlyKeys("home").containsEntry("home", "/");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          []|mix.yaml: divides nothing; write keys such as phases: [{name: play
          phases: []|mix.yaml:1:9: phases is empty; add {name: play
          phases: [{name: a, from: 1m, shares: {x: 100}}]|mix.yaml:1:26: phases[0].from stands at the first phase; remove it
          phases: [{name: a, shares: {x: 100}}, {name: b, shares: {x: 100}}]|phases[1].from is missing; add from: 23m
          phases: [{name: a, shares: {x: 60, y: 30}}]|phases[0].shares: the shares of phase a sum to 90.0 percent, not 100; write percentages
          phases: [{name: a, shares: {x: 160, y: -60}}]|phases[0].shares.x '160' is not a percentage from 0 to 100
          phases: [{name: a, shares: {rpm: 100}}]|'rpm' cannot name an API; use letters
          phases: [{name: a, shares: {'a,b': 100}}]|'a,b' cannot name an API; use letters
          phases: [{name: a, share: {x: 100}}]|phases[0].share is an unknown key; did you mean
          phases: [{name: a, shares: {x: 100}}, {name: b, from: soon, shares: {x: 100}}]|mix.yaml:1:55: phases[1].from: "soon" is not a
          phases: [{name: a, shares: {x: 100}, over: -1m}]|phases[0].over: a duration must be above zero, not -1m
          {phases: [{name: a, shares: {x: 100}}], paths: {y: /}}|paths names y, which no phase has; remove it
          """)
  void whatIsWrongIsNamedWithItsPlace(String yaml, String message) {
    assertThatThrownBy(() -> read(yaml))
        .isInstanceOf(InputException.class)
        .hasMessageContaining(message);
  }
}
