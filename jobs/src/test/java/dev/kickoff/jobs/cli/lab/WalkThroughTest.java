package dev.kickoff.jobs.cli.lab;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** The commands of the walk-through, as it gives them, and what it says of them. */
class WalkThroughTest {
  private static final String LAUNCHER = "deploy/kickoff ";

  /** What a command of the walk-through prints, by its verb, in the order in which they come. */
  private static final List<List<String>> SAID =
      List.of(
          List.of("nothing in the rows speaks against a line", "climb at 50.2 %"),
          List.of("seconds,rpm", "150000"),
          List.of("published: +2 at 15 %", "315", "131"),
          List.of("+2 at 15 % stays below 50 %", "15.86 %", "39.00 %", "45 of 250"),
          List.of("4 of 15 cases", "7 of 15 cases"),
          List.of(
              "alarm period, min              5        1",
              "scale-outs, mean absolute min  5.00    0.00"),
          List.of("better"),
          List.of("AWS::AutoScaling::ScalingPolicy", "AWS::CloudWatch::Alarm"));

  static Stream<Arguments> commands() throws IOException {
    List<String> lines =
        Files.readAllLines(LabCommands.EXAMPLE.resolve("README.md")).stream()
            .filter(line -> line.startsWith(LAUNCHER))
            .toList();
    assertThat(lines).hasSameSizeAs(SAID);
    Stream.Builder<Arguments> commands = Stream.builder();
    for (int i = 0; i < lines.size(); i++) {
      commands.add(Arguments.of(lines.get(i), SAID.get(i)));
    }
    return commands.build();
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("commands")
  void doesWhatItSays(String line, List<String> said) {
    String[] args =
        Arrays.stream(line.substring(LAUNCHER.length()).split(" "))
            .map(arg -> arg.startsWith("deploy/") ? "../" + arg : arg)
            .toArray(String[]::new);
    LabCommands commands = new LabCommands();
    int code = commands.run(args);
    assertThat(code).as(commands.err()).isZero();
    assertThat(commands.out()).contains(said);
  }
}
