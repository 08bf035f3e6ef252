package dev.kickoff.jobs.offline;

import dev.kickoff.jobs.offline.page.HostTrack;
import dev.kickoff.model.simulation.Costs;
import dev.kickoff.model.simulation.ReplayInput;
import dev.kickoff.model.simulation.ReplayReport;
import dev.kickoff.model.simulation.Scorecard;
import dev.kickoff.model.simulation.TimelineRow;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** A replay at one boot time: its rows as they come, and what they add up to. */
public final class BootRun implements AutoCloseable {
  private final ReplayInput input;
  private final ReplayReport report;
  private final TimelineFile timeline;
  private final Map<String, HostTrack> tracks = new LinkedHashMap<>();

  /** A run whose rows go into the file {@code timeline}, which is opened here. */
  public BootRun(ReplayInput input, Costs costs, Path timeline) {
    this.input = input;
    this.report = new ReplayReport(input.group().profile(), costs, input.calendar());
    this.timeline = new TimelineFile(timeline);
  }

  /** Takes one row; those of a policy come in order. */
  public void add(TimelineRow row) {
    timeline.write(row);
    report.add(row);
    tracks
        .computeIfAbsent(row.policy(), policy -> new HostTrack(input.from(), input.until()))
        .add(row.at(), row.hosts().required(), row.hosts().inService());
  }

  /** What was played. */
  ReplayInput input() {
    return input;
  }

  /** How long a host boots, in whole minutes. */
  long bootMinutes() {
    return input.group().leadTime().p50().toMinutes();
  }

  /** How each policy did. */
  public Map<String, ReplayReport.Scores> scores() {
    return report.scores();
  }

  /** What acting would have done; empty unless Kickoff and what is there now were both played. */
  Optional<Scorecard> scorecard() {
    Optional<ReplayReport.Scores> acting = Optional.ofNullable(scores().get("kickoff"));
    Optional<ReplayReport.Scores> now =
        Stream.of("reactive", "static")
            .filter(scores()::containsKey)
            .findFirst()
            .map(scores()::get);
    return acting.isPresent() && now.isPresent()
        ? Optional.of(new Scorecard(now.get().overall(), acting.get().overall()))
        : Optional.empty();
  }

  /** The hosts of each policy, to be drawn. */
  Map<String, HostTrack> tracks() {
    return tracks;
  }

  @Override
  public void close() {
    timeline.close();
  }
}
