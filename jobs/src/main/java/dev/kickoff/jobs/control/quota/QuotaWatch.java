package dev.kickoff.jobs.control.quota;

import dev.kickoff.model.fleet.FleetState;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.Executor;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * How many hosts the account's quota allows a group: asked for when office is taken and once an
 * hour after that, beside the loop, which never waits for the answer.
 *
 * <p>What was read last counts on while its owner cannot be reached; before the first answer the
 * configuration counts alone. An answer never lowers anything: it is taken for no less than what
 * was asked for already, and not used at all while more than it serves, for then it is not about
 * these hosts. One thread asks it.
 */
public final class QuotaWatch {
  /** Nobody is asked. */
  public static final QuotaWatch NONE =
      new QuotaWatch("", () -> new Answer(OptionalInt.empty(), ""), task -> {});

  private static final Logger LOG = LoggerFactory.getLogger(QuotaWatch.class);
  private static final Duration EVERY = Duration.ofHours(1);

  private final String group;
  private final Supplier<Answer> owner;
  private final Executor beside;
  private Optional<Instant> askedAt = Optional.empty();
  private Optional<Integer> seen = Optional.empty();
  private boolean contradicted;
  private volatile Optional<Answer> answer = Optional.empty();
  private volatile Optional<Integer> allowed = Optional.empty();

  /**
   * What the owner of a quota says.
   *
   * @param hosts that it allows; empty where it is not known, and below 1 taken for not known
   * @param reason where that is from, or why it is not known and what to do
   */
  public record Answer(OptionalInt hosts, String reason) {}

  QuotaWatch(String group, Supplier<Answer> owner, Executor beside) {
    this.group = group;
    this.owner = owner;
    this.beside = beside;
    beside.execute(this::ask);
  }

  /** Asks about a group's quota in threads of its own. */
  public static QuotaWatch of(String group, Supplier<Answer> owner) {
    return new QuotaWatch(
        group,
        owner,
        task -> {
          Thread thread = new Thread(task, "quota-of-" + group);
          thread.setDaemon(true);
          thread.start();
        });
  }

  /**
   * The hosts that the quota allows, as a tick sees it; empty where the configuration counts alone.
   *
   * @param state the group; empty when it could not be read
   */
  public Optional<Integer> hosts(Instant now, Optional<FleetState> state) {
    Instant last = askedAt.orElse(now);
    boolean due = !now.isBefore(last.plus(EVERY));
    askedAt = Optional.of(due ? now : last);
    if (due) {
      beside.execute(this::ask);
    }
    if (state.isPresent()) {
      seen = allowed.flatMap(hosts -> within(hosts, state.get()));
    }
    return seen;
  }

  private Optional<Integer> within(int hosts, FleetState state) {
    boolean below = hosts < state.inService();
    if (below && !contradicted) {
      LOG.warn(
          "{}: a quota of {} hosts is not used: {} serve; correct limits.vcpusPerHost",
          group,
          hosts,
          state.inService());
    }
    contradicted = below;
    return below ? Optional.empty() : Optional.of(Math.max(hosts, state.size().desired()));
  }

  private void ask() {
    Answer said;
    try {
      said = owner.get();
    } catch (RuntimeException e) {
      said = new Answer(OptionalInt.empty(), "the quota could not be asked for: " + e);
    }
    boolean known = said.hosts().orElse(0) > 0;
    if (!answer.equals(Optional.of(said))) {
      if (known) {
        LOG.info(
            "{}: the quota allows {} hosts: {}", group, said.hosts().getAsInt(), said.reason());
      } else {
        LOG.warn("{}: {}; goes on with the configuration", group, said.reason());
      }
    }
    answer = Optional.of(said);
    if (known) {
      allowed = Optional.of(said.hosts().getAsInt());
    }
  }
}
