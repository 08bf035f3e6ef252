package dev.kickoff.deploy.house.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kickoff.deploy.house.launcher.FakeCheckout.Launch;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What deploy/kickoff does before it hands over to Java. */
@EnabledOnOs({OS.LINUX, OS.MAC})
class LauncherTest {
  @TempDir Path folder;
  private FakeCheckout checkout;

  @BeforeEach
  void checkOut() throws IOException {
    checkout = new FakeCheckout(Files.createDirectory(folder.resolve("kick off")).toRealPath());
  }

  @Test
  void buildsOnFirstUseAndKeepsStandardOutputForTheCommand() throws Exception {
    Launch launch = checkout.launch("status", "a b");
    assertThat(launch.err()).contains("first use", "[4/4] jobs", "built in");
    assertThat(launch.out()).endsWith("dev.kickoff.jobs.cli.Main status a b\n").hasLineCount(1);
    assertThat(checkout.builds()).isEqualTo(1);
  }

  @Test
  void saysNothingAndBuildsNothingWhenAllIsBuilt() throws Exception {
    checkout.launch();
    Launch launch = checkout.launch();
    assertThat(launch.err()).isEmpty();
    assertThat(checkout.builds()).isEqualTo(1);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "pom.xml",
        "model/pom.xml",
        "connectors/src/main/java/New.java",
        "jobs/src/main/x"
      })
  void buildsAgainWhenASourceIsNewerThanTheProgram(String source) throws Exception {
    checkout.launch();
    checkout.makeOld(Duration.ofMinutes(30));
    checkout.write(source, "changed");
    assertThat(checkout.launch().err()).contains("sources have changed");
    assertThat(checkout.builds()).isEqualTo(2);
  }

  @Test
  void testsAndReadmesAreNoReasonToBuild() throws Exception {
    checkout.launch();
    checkout.makeOld(Duration.ofMinutes(30));
    checkout.write("jobs/src/test/java/ThingTest.java", "changed");
    checkout.write("jobs/README.md", "changed");
    checkout.launch();
    assertThat(checkout.builds()).isEqualTo(1);
  }

  @Test
  void twoLaunchesAtOnceBuildOnce() throws Exception {
    checkout.mavenThat(
        "mkdir -p jobs/target/lib; sleep 2; touch jobs/target/kickoff-jobs.jar; sleep 1");
    List<CompletableFuture<Launch>> launches =
        List.of(
            CompletableFuture.supplyAsync(this::launch),
            CompletableFuture.supplyAsync(this::launch));
    assertThat(launches).extracting(each -> each.join().exitCode()).containsOnly(0);
    assertThat(checkout.builds()).isEqualTo(1);
  }

  @Test
  void lockOfADeadProcessIsTakenOver() throws Exception {
    Path lock = checkout.resolve("jobs/target/.kickoff-build-lock");
    Files.createDirectories(lock.getParent());
    Files.createSymbolicLink(lock, Path.of("99999999"));
    assertThat(checkout.launch().exitCode()).isZero();
    assertThat(Files.isSymbolicLink(lock)).isFalse();
  }

  @Test
  void failedBuildShowsTheEndOfItsLogAndRunsNothing() throws Exception {
    checkout.mavenThat("mkdir -p jobs/target; echo '[ERROR] Fleet.java:[3,1] broken'; exit 1");
    Launch launch = checkout.launch("status");
    assertThat(launch.exitCode()).isEqualTo(1);
    assertThat(launch.out()).isEmpty();
    assertThat(launch.err()).contains("kickoff-build.log", "[ERROR] Fleet.java:[3,1] broken");
    assertThat(checkout.launch().exitCode()).as("the next launch tries again").isEqualTo(1);
    assertThat(checkout.builds()).isEqualTo(2);
  }

  @Test
  void neverBuildsInsideABuild() throws Exception {
    checkout.set("KICKOFF_BUILD", "never");
    Launch launch = checkout.launch("status");
    assertThat(launch.exitCode()).isEqualTo(1);
    assertThat(launch.err()).contains("kickoff-jobs.jar is missing and KICKOFF_BUILD=never");
    assertThat(checkout.builds()).isZero();
  }

  @Test
  void keepsTheCallersFolderAndExitCodeAlsoThroughLinks() throws Exception {
    checkout.set("FAKE_EXIT", "99");
    checkout.set("KICKOFF_JAVA_OPTS", "-Xmx64m -Da=*");
    Path elsewhere = Files.createDirectory(checkout.resolve("elsewhere"));
    Path first = Files.createSymbolicLink(elsewhere.resolve("first"), Path.of("../deploy/kickoff"));
    Path second = Files.createSymbolicLink(elsewhere.resolve("second"), first);
    Launch launch = checkout.launch(elsewhere, second, "backtest");
    assertThat(launch.exitCode()).isEqualTo(99);
    assertThat(launch.out()).startsWith(elsewhere + "|").contains(" -Xmx64m -Da=* -cp ");
  }

  @ParameterizedTest
  @CsvSource({"1.8.0_292, 8", "11.0.2, 11", "16, 16"})
  void refusesAnOldJava(String version, String major) throws Exception {
    checkout.write("jdk/release", "JAVA_VERSION=\"" + version + "\"\n");
    Launch launch = checkout.launch();
    assertThat(launch.exitCode()).isEqualTo(2);
    assertThat(launch.err()).contains("is Java " + major + "; Kickoff needs 17 or newer");
  }

  @Test
  void namesTheToolThatIsMissing() throws Exception {
    Files.delete(checkout.resolve("bin/mvn"));
    checkout.leaveOnly("bash dirname basename readlink sed head find mkdir ln rm");
    Launch withoutMaven = checkout.launch();
    assertThat(withoutMaven.exitCode()).isEqualTo(2);
    assertThat(withoutMaven.err()).contains("no mvn found; install Maven 3.8 or newer");

    checkout.set("JAVA_HOME", "");
    Launch withoutJava = checkout.launch();
    assertThat(withoutJava.exitCode()).isEqualTo(2);
    assertThat(withoutJava.err()).contains("no java found; install a JDK 17 or newer");
  }

  private Launch launch() {
    try {
      return checkout.launch("status");
    } catch (IOException | InterruptedException e) {
      throw new AssertionError(e);
    }
  }
}
