package dev.kickoff.deploy.house.style;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeFalse;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import picocli.CommandLine;

/** The help of every command shows what it looks like in use. */
class CommandHelpTest {
  private static final String COMMANDS = "dev.kickoff.jobs.cli.Main";

  @Test
  void everyCommandsHelpEndsWithAnExample() throws Exception {
    CommandLine main = commandLine();
    assumeFalse(main.getSubcommands().isEmpty(), COMMANDS + " has no command yet");
    commands("kickoff", main)
        .forEach(
            (name, command) ->
                assertThat(String.join("\n", command.getCommandSpec().usageMessage().footer()))
                    .as("the footer of the help of: " + name)
                    .contains(name));
  }

  private static Map<String, CommandLine> commands(String name, CommandLine command) {
    Map<String, CommandLine> all = new TreeMap<>();
    command
        .getSubcommands()
        .forEach(
            (part, sub) -> {
              if (!sub.getCommandSpec().usageMessage().hidden() && !part.equals("help")) {
                String full = name + " " + part;
                all.putAll(commands(full, sub));
                if (sub.getSubcommands().isEmpty()) {
                  all.put(full, sub);
                }
              }
            });
    return all;
  }

  /** Main is a command itself, or makes one in a static method without parameters. */
  private static CommandLine commandLine() throws Exception {
    Class<?> main;
    try {
      main = Class.forName(COMMANDS);
    } catch (ClassNotFoundException e) {
      assumeTrue(false, COMMANDS + " is still to be written");
      throw e;
    }
    for (var method : main.getDeclaredMethods()) {
      if (method.getReturnType() == CommandLine.class && method.getParameterCount() == 0) {
        method.setAccessible(true);
        return (CommandLine) method.invoke(null);
      }
    }
    return new CommandLine(main);
  }
}
