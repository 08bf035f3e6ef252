package dev.kickoff.jobs.cli.operator;

import dev.kickoff.jobs.cli.option.ExitCode;
import dev.kickoff.jobs.cli.option.ExitException;
import dev.kickoff.jobs.client.request.Order;
import dev.kickoff.jobs.client.request.WhatIf.EventEdit;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Option;

/** What is supposed about orders and events. */
final class WhatIfOptions {
  /** An order about hosts, one of three. */
  static final class Supposed {
    @Option(names = "--pin", paramLabel = "HOSTS", description = "The group were pinned.")
    private Optional<Integer> pin = Optional.empty();

    @Option(names = "--floor", paramLabel = "HOSTS", description = "It had this floor.")
    private Optional<Integer> floor = Optional.empty();

    @Option(names = "--ceiling", paramLabel = "HOSTS", description = "It had this ceiling.")
    private Optional<Integer> ceiling = Optional.empty();

    Optional<Order> order(String group) {
      return of(group, Order.Kind.PIN, pin)
          .or(() -> of(group, Order.Kind.FLOOR, floor))
          .or(() -> of(group, Order.Kind.CEILING, ceiling));
    }

    private static Optional<Order> of(String group, Order.Kind kind, Optional<Integer> hosts) {
      return hosts.map(
          count ->
              new Order(
                  Optional.of(group),
                  kind,
                  Optional.of(count),
                  "supposed by what-if",
                  Order.Term.usual()));
    }
  }

  @ArgGroup(exclusive = true, multiplicity = "0..1")
  private Supposed supposed = new Supposed();

  @Option(names = "--event", paramLabel = "UID", description = "This event were another:")
  private @Nullable String event;

  @Option(names = "--by", paramLabel = "MINUTES", description = "  moved by so many, or by -N,")
  private Optional<Integer> by = Optional.empty();

  @Option(names = "--extend", paramLabel = "MINUTES", description = "  so much longer,")
  private Optional<Integer> extend = Optional.empty();

  @Option(names = "--factor", paramLabel = "X", description = "  its lift so many times,")
  private Optional<Double> factor = Optional.empty();

  @Option(names = "--cancel", description = "  or called off.")
  private boolean cancel;

  Optional<Order> order(String group) {
    return supposed.order(group);
  }

  Optional<EventEdit> edit() {
    if (event != null) {
      return Optional.of(new EventEdit(event, by, extend, factor, cancel));
    }
    if (by.isPresent() || extend.isPresent() || factor.isPresent() || cancel) {
      throw new ExitException(
          ExitCode.USAGE, "kickoff: --by, --extend, --factor and --cancel need --event UID");
    }
    return Optional.empty();
  }
}
