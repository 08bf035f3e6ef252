package dev.kickoff.jobs.config.lab;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.kickoff.connectors.InputException;
import dev.kickoff.model.lab.sim.Draw;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class GroupSectionTest {
  private static final String REST =
      """
      load: {stages: '10m:30000'}
      host: {rpm: 40000, cpu: 30}
      group: {hosts: 4, bootMinutes: 3.5}
      """;

  @TempDir private Path folder;

  private LabSettings read(String circumstances) throws IOException {
    return LabFile.read(
        Files.writeString(folder.resolve("group.yaml"), REST + circumstances), Optional.empty());
  }

  @Test
  void readsTheBootAndWhatNobodyControls() throws IOException {
    Draw expected =
        read("circumstances: {refused: [{fromMinute: 1, minutes: 2}], dark: []}\n").expected();
    assertThat(expected.boot()).isEqualTo(Duration.ofSeconds(210));
    assertThat(expected.refused()).hasSize(1);
    assertThat(expected.dark()).isEmpty();
  }

  @Test
  void refusesAnUnknownCircumstanceOnceWhetherOthersAreThereOrNot() {
    assertThatThrownBy(() -> read("circumstances: {drk: []}\n"))
        .isInstanceOf(InputException.class)
        .hasMessageContaining("circumstances.drk is an unknown key");
    assertThatThrownBy(() -> read("circumstances: {refused: [], dark: [], drk: []}\n"))
        .isInstanceOf(InputException.class)
        .message()
        .containsOnlyOnce("circumstances.drk");
  }
}
