package dev.kickoff.jobs.offline.page.markdown;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MarkedSectionTest {
  private static final String BEGIN = "<!-- evaluation: begin -->\n";
  private static final String END = "<!-- evaluation: end -->\n";

  @TempDir private Path folder;

  private Path document(String text) throws IOException {
    return Files.writeString(folder.resolve("a.md"), text);
  }

  @Test
  void keepsWhatSomebodyWroteAroundItInTheMeantime() throws IOException {
    MarkedSection section = MarkedSection.in(document("one\n" + BEGIN + "old\n" + END));
    document("one, two\n" + BEGIN + "old\n" + END + "three\n");
    section.replace("new\n");
    assertThat(folder.resolve("a.md")).hasContent("one, two\n" + BEGIN + "new\n" + END + "three\n");
  }

  @Test
  void refusesMarksThatStandTwiceOrInTheWrongOrder() throws IOException {
    assertThatThrownBy(() -> MarkedSection.in(document(BEGIN + BEGIN + END)))
        .hasMessageContaining("evaluation: begin -->' twice");
    assertThatThrownBy(() -> MarkedSection.in(document(END + BEGIN)))
        .hasMessageContaining("swap the two lines");
    assertThatThrownBy(() -> MarkedSection.in(folder.resolve("b.md")))
        .hasMessageContaining("b.md: cannot be read");
  }
}
