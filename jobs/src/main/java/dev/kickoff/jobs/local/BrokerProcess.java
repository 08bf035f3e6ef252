package dev.kickoff.jobs.local;

import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.CountDownLatch;

/**
 * A broker as a process of its own, on the loopback address: where a Flink cluster is tried out.
 *
 * <p>Arguments: its folder, and the port it listens on, 0 for a free one. Prints one line, {@code
 * broker at HOST:PORT}, when it serves; ends by a signal.
 */
public final class BrokerProcess {
  private BrokerProcess() {}

  public static void main(String[] args) throws InterruptedException {
    if (args.length != 2 || !args[1].matches("\\d{1,5}")) {
      System.err.println("usage: BrokerProcess FOLDER PORT, 0 for a free port");
      System.exit(2);
    }
    try {
      EmbeddedBroker broker =
          EmbeddedBroker.start(
              new EmbeddedBroker.BrokerSettings(
                  Path.of(args[0]), Integer.parseInt(args[1]), Map.of()));
      Runtime.getRuntime().addShutdownHook(new Thread(broker::close, "stop"));
      System.out.println("broker at " + broker.bootstrap());
      new CountDownLatch(1).await();
    } catch (IllegalStateException e) {
      System.err.println(e.getMessage());
      System.exit(1);
    }
  }
}
