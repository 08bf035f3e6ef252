package dev.kickoff.jobs;

import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;

/** A whole engine that runs; closing it stops its parts, the last started first. */
public final class RunningEngine implements AutoCloseable {
  private final OpenParts parts = new OpenParts();
  private BooleanSupplier ended = () -> false;
  private Supplier<Optional<String>> problem = Optional::empty;
  private int port;
  private String bootstrap = "";

  RunningEngine() {}

  /** Remembers a part that must be stopped. */
  <T extends AutoCloseable> T with(T part) {
    return parts.with(part);
  }

  void watch(BooleanSupplier isEnded, Supplier<Optional<String>> anyProblem, int apiPort) {
    ended = isEnded;
    problem = anyProblem;
    port = apiPort;
  }

  void listensAt(String brokerAddress) {
    bootstrap = brokerAddress;
  }

  /** Where the broker is found, {@code host:port}: producers may write samples there. */
  public String bootstrap() {
    return bootstrap;
  }

  /** Where the API and the console listen, on the loopback address. */
  public int port() {
    return port;
  }

  /** Whether the recording has been played to its end. */
  public boolean ended() {
    return ended.getAsBoolean();
  }

  /** What has stopped working and will not mend itself; empty while all goes well. */
  public Optional<String> problem() {
    return problem.get();
  }

  @Override
  public void close() {
    parts.close();
  }
}
