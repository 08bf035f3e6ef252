package dev.kickoff.jobs.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A service that was renamed on the twelfth day: web until then, shop from then on. */
class InheritOptionTest {
  private static final Instant START = Instant.parse("2026-03-02T00:00:00Z");
  private static final Instant RENAMED = START.plus(Duration.ofDays(12));

  @TempDir private Path folder;
  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();

  @BeforeEach
  void writeDemand() throws IOException {
    Random random = new Random(1);
    List<String> renamed = new ArrayList<>(List.of("timestamp,service,value"));
    List<String> always = new ArrayList<>(List.of("timestamp,service,value"));
    for (int i = 0; i < 26 * 48; i++) {
      Instant at = START.plusSeconds(1800L * i);
      double value = (100 + 60 * Math.sin(6.283 * i / 48)) * (1 + 0.05 * random.nextGaussian());
      renamed.add(at + (at.isBefore(RENAMED) ? ",web," : ",shop,") + value);
      always.add(at + ",shop," + value);
    }
    Files.write(folder.resolve("renamed.csv"), renamed);
    Files.write(folder.resolve("always.csv"), always);
  }

  private int run(String command, String metrics, String... more) {
    List<String> args =
        new ArrayList<>(List.of(command, "--metrics", folder.resolve(metrics).toString()));
    args.addAll(List.of(more));
    out.getBuffer().setLength(0);
    err.getBuffer().setLength(0);
    return Main.run(
        new PrintWriter(out, true), new PrintWriter(err, true), args.toArray(String[]::new));
  }

  private List<String> forecast(String metrics, String... more) {
    List<String> args = new ArrayList<>(List.of("--at", "2026-03-14T06:00:00Z"));
    args.addAll(List.of("--horizon", "PT6H"));
    args.addAll(List.of(more));
    assertThat(run("forecast", metrics, args.toArray(String[]::new))).as(err.toString()).isZero();
    return out.toString().lines().filter(line -> !line.endsWith(",web")).toList();
  }

  @Test
  void anHeirIsForecastAsIfItHadAlwaysHadItsName() {
    List<String> always = forecast("always.csv");
    List<String> heir = forecast("renamed.csv", "--inherit", "shop=web");

    assertThat(err.toString())
        .contains("shop: selection, the first choice, learnt from history before")
        .contains("; history before 2026-03-14T00:00:00Z inherited from web");
    assertThat(heir.stream().map(line -> line.replace(",shop", "")).skip(1))
        .isEqualTo(always.stream().skip(1).toList());
    forecast("renamed.csv");
    assertThat(err.toString()).contains("shop: last-value");
  }

  @Test
  void theWeeksAheadAreThoseOfTheWholeHistory() {
    List<String> weeks =
        List.of("--at", "2026-03-27T00:00:00Z", "--weeks", "1", "--out", folder + "/ahead");
    List<String> heir = new ArrayList<>(weeks);
    heir.addAll(List.of("--inherit", "shop=web"));

    run("long-range", "renamed.csv", heir.toArray(String[]::new));

    assertThat(err.toString())
        .contains("shop: history before 2026-03-14T00:00:00Z inherited from web");
  }

  @Test
  void aServiceThatIsNotThereIsNamedWithTheOneThatWasMeant() {
    String[] wrong = {"--at", "2026-03-15T00:00:00Z", "--horizon", "PT6H", "--inherit", "shop=wep"};
    assertThat(run("forecast", "renamed.csv", wrong)).isEqualTo(2);
    assertThat(err.toString())
        .contains("--inherit shop=wep: the metrics have no service 'wep'; did you mean 'web'?");
  }
}
