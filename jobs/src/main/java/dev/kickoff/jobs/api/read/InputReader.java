package dev.kickoff.jobs.api.read;

import dev.kickoff.connectors.kafka.Topics;
import dev.kickoff.jobs.api.read.InputHealth.Arrival;
import dev.kickoff.jobs.api.read.InputHealth.Rejected;
import dev.kickoff.jobs.api.view.EngineStatus.InputAge;
import dev.kickoff.jobs.api.view.EngineViews;
import dev.kickoff.jobs.api.view.StatusReader;
import dev.kickoff.model.demand.MinuteDemand;
import dev.kickoff.model.demand.Service;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** Draws together how every input does. */
final class InputReader {
  private final EngineViews views;
  private final StatusReader status;

  InputReader(EngineViews views, StatusReader status) {
    this.views = views;
    this.status = status;
  }

  /** Every input: the calendar and the samples as a whole, then each service and group. */
  List<InputHealth> inputs(Instant now) {
    List<InputHealth> inputs = new ArrayList<>();
    inputs.add(calendar(now));
    inputs.add(samples());
    status.inputs(now).forEach(age -> inputs.add(input(age)));
    return inputs;
  }

  private InputHealth calendar(Instant now) {
    Optional<Instant> newest =
        views.calendar().versions().stream()
            .flatMap(version -> version.knownAt().stream())
            .max(Comparator.naturalOrder());
    return new InputHealth(
        "calendar",
        "all",
        newest,
        newest.map(at -> Duration.between(at, now).toMillis() / 1000.0),
        false,
        Optional.empty(),
        rejected(Topics.CALENDAR_EVENT),
        views.ledger().inputs().calendarProblem());
  }

  private InputHealth samples() {
    return new InputHealth(
        "demand",
        "all",
        Optional.empty(),
        Optional.empty(),
        false,
        Optional.empty(),
        rejected(Topics.DEMAND_SAMPLE),
        Optional.empty());
  }

  private Optional<Rejected> rejected(String topic) {
    return views
        .ledger()
        .inputs()
        .rejected(topic)
        .map(r -> new Rejected(r.late(), r.malformed(), r.lastReason()));
  }

  private InputHealth input(InputAge age) {
    Optional<MinuteDemand> minute =
        age.source().equals("demand")
            ? views.newestMinute(new Service(age.name()))
            : Optional.empty();
    return new InputHealth(
        age.source(),
        age.name(),
        age.newestAt(),
        age.ageSeconds(),
        age.stale(),
        minute.map(this::arrival),
        Optional.empty(),
        Optional.empty());
  }

  private Arrival arrival(MinuteDemand minute) {
    double lag = Duration.between(minute.until(), minute.emittedAt()).toMillis() / 1000.0;
    return new Arrival(Math.max(0, lag), views.gaps(minute.service()), minute.completeness());
  }
}
