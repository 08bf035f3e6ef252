package dev.kickoff.jobs.cli.operator;

import com.fasterxml.jackson.databind.JsonNode;
import dev.kickoff.jobs.cli.operator.connect.Connection;
import dev.kickoff.jobs.cli.operator.connect.Requests;
import dev.kickoff.jobs.client.KickoffClient;
import dev.kickoff.jobs.client.Subscription;
import dev.kickoff.jobs.client.Subscription.Message;
import dev.kickoff.jobs.client.document.Status;
import java.io.PrintWriter;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code kickoff status}: is it acting, is it right, what comes next. */
@Command(
    name = "status",
    description = {
      "Says whether the engine acts, on what, and what comes next.",
      "Ages of inputs, hosts of every group, planned changes; --watch goes on until Ctrl-C."
    },
    footer = {
      "",
      "Examples:",
      "  kickoff status",
      "  kickoff status --watch",
      "  kickoff status -o json --url https://kickoff.example.com"
    })
public final class StatusCommand implements Runnable {
  private static final String CLEAR = "\u001b[H\u001b[2J";
  private static final Duration BETWEEN = Duration.ofMillis(900);

  @Option(names = "--watch", description = "Go on with every change.")
  private boolean watch;

  @Option(
      names = "--count",
      paramLabel = "N",
      description = "With --watch: end after so many (default: never).")
  private Optional<Integer> count = Optional.empty();

  @Mixin private Connection connection = new Connection();

  @Override
  public void run() {
    KickoffClient client = connection.client();
    if (watch) {
      Requests.ask(() -> watched(client));
      return;
    }
    print(Requests.ask(client::status).json(), "");
  }

  /** The server sends the status twice a second; a person reads it once, and when it is another. */
  private boolean watched(KickoffClient client) {
    String clear =
        System.console() != null && System.getenv("NO_COLOR") == null && !connection.isJson()
            ? CLEAR
            : "";
    int shown = 0;
    Instant last = Instant.MIN;
    try (Subscription changes = client.follow(Optional.empty())) {
      while (count.isEmpty() || shown < count.get()) {
        Optional<Message> message = changes.next();
        if (message.isEmpty()) {
          return true;
        }
        Instant now = Instant.now();
        if (message.get().topic().equals("clock") && !now.isBefore(last.plus(BETWEEN))) {
          print(message.get().data(), clear);
          last = now;
          shown++;
        }
      }
    }
    return true;
  }

  private void print(JsonNode json, String before) {
    PrintWriter out = connection.out();
    out.print(before);
    out.println(
        connection.isJson() ? json.toString() : StatusText.of(Status.of(json), connection.times()));
    out.flush();
  }
}
