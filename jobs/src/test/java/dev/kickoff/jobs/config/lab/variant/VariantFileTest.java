package dev.kickoff.jobs.config.lab.variant;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.kickoff.connectors.InputException;
import dev.kickoff.model.lab.HostCurve;
import dev.kickoff.model.lab.LoadCurve;
import dev.kickoff.model.lab.sim.rule.PlannedRule;
import dev.kickoff.model.lab.sim.rule.TrackingRule;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class VariantFileTest {
  private static final LoadCurve LOAD =
      new LoadCurve(Duration.ofMinutes(1), new double[] {1_000, 4_000});
  private static final HostCurve HOST = new HostCurve(2, 0.7, 50);

  @TempDir private Path folder;

  private Path write(String name, String text) throws IOException {
    return Files.writeString(folder.resolve(name), text);
  }

  private Variant read(String name) {
    return VariantFile.read(folder.resolve(name).toString(), LOAD, HOST);
  }

  private void refused(String name, String... words) {
    assertThatThrownBy(() -> read(name))
        .isInstanceOf(InputException.class)
        .hasMessageContainingAll(words);
  }

  @Test
  void aPolicyOfItsOwnIsReadWithTheKeysOfALabFile() throws IOException {
    write("a.yaml", "kind: target-tracking\ntarget: 40\ngroup: {min: 3}\n");
    Variant variant = read("a.yaml");
    assertThat(variant.name()).isEqualTo("a");
    assertThat(variant.rule()).isEqualTo(new TrackingRule(40));
    assertThat(variant.sizes().min()).isEqualTo(OptionalInt.of(3));
    assertThat(variant.facts()).containsEntry("the fewest hosts", "3");
  }

  @Test
  void anOverlayChangesItsBaseAndNullRemovesAKey() throws IOException {
    write(
        "base.yaml",
        "kind: simple\nthreshold: 25\nincrement: 1\nalarm: {minutes: 5, periods: 2}\n"
            + "scaleIn: {threshold: 15}\ngroup: {min: 2}\n");
    write("over.yaml", "base: base.yaml\nchange: {threshold: 15, alarm: {periods: 1}}\n");
    write("twice.yaml", "base: over.yaml\nchange: {increment: 2, scaleIn: null}\ngroup: {max: 9}");
    assertThat(read("over.yaml").facts())
        .containsEntry("the high alarm's threshold", "15 %")
        .containsEntry("the high alarm's samples", "periods of 5 min, missing not breaching")
        .containsEntry("the low alarm's threshold", "15 %")
        .containsEntry("the fewest hosts", "2");
    Variant twice = read("twice.yaml");
    assertThat(twice.facts())
        .containsEntry("the high alarm's threshold", "15 %")
        .containsEntry("the high alarm's action", "+2 hosts")
        .containsEntry("the most hosts", "9")
        .doesNotContainKey("the low alarm's threshold");
    assertThat(twice.files())
        .extracting(f -> f.getFileName().toString())
        .containsExactly("twice.yaml", "over.yaml", "base.yaml");
  }

  @Test
  void overlaysInACircleAndUnknownKeysAreRefused() throws IOException {
    write("one.yaml", "base: two.yaml\nchange: {threshold: 1}\n");
    write("two.yaml", "base: one.yaml\nchange: {threshold: 2}\n");
    refused("one.yaml", "base leads through more than 5 files");
    write("base.yaml", "kind: simple\nthreshold: 25\nincrement: 1\n");
    write("typo.yaml", "base: base.yaml\nchange: {treshold: 20}\n");
    refused(
        "typo.yaml",
        "typo.yaml: as it changes ",
        "treshold is an unknown key",
        "did you mean 'threshold'?");
  }

  @Test
  void onePolicyOfSeveralIsNamed() throws IOException {
    String policies =
        "policies:\n- {name: x, kind: target-tracking, target: 40}\n"
            + "- {name: y, kind: target-tracking, target: 60}\n";
    write("several.yaml", policies);
    String lab = "load: {stages: '10m:30000'}\nhost: {rpm: 40000, cpu: 30}\n";
    write("lab.yaml", lab + "group: {hosts: 2, bootMinutes: 3}\n" + policies);
    for (String file : new String[] {"several.yaml", "lab.yaml"}) {
      assertThat(read(file + "#y").rule()).isEqualTo(new TrackingRule(60));
      refused(file, "the policies x, y, and one is compared", "FILE#NAME");
      refused(file + "#z", "the policies");
    }
    assertThat(read("lab.yaml#x").sizes().initial()).isEqualTo(OptionalInt.of(2));
  }

  @Test
  void aPlanIsMadeForTheLoadThatIsPlayed() throws IOException {
    write("plan.yaml", "kind: planned\ntarget: 37\n");
    LoadCurve other = new LoadCurve(Duration.ofMinutes(1), new double[] {7, 9});
    assertThat(((PlannedRule) read("plan.yaml").ruleUnder(other)).forecast().values())
        .containsExactly(7, 9);
  }

  @Test
  void whatDescribesNothingIsRefusedWithItsPlace() throws IOException {
    write("list.yaml", "- a\n");
    refused("list.yaml", "list.yaml: describes no variant");
    write("odd.yaml", "target: 40\n");
    refused("odd.yaml", "odd.yaml:1", "kind is missing");
    refused("none.yaml", "does not exist");
  }
}
