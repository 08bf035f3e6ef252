package dev.kickoff.jobs.lab.shape;

import dev.kickoff.model.lab.LoadCurve;
import dev.kickoff.model.lab.shape.Stages;
import dev.kickoff.model.lab.shape.mix.EventPlace;
import dev.kickoff.model.lab.shape.mix.MixPhase;
import dev.kickoff.model.lab.shape.mix.MixTime;
import dev.kickoff.model.lab.shape.mix.RequestMix;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Loads that tests write out. */
final class Loads {
  private Loads() {}

  static Shape staged(String table) {
    LoadCurve whole = Stages.parse(table).curve(Duration.ofSeconds(1), Stages.Between.RAMP);
    return new Shape("stages " + table, whole, Map.of(), Map.of(), Optional.empty(), List.of());
  }

  /** The same, divided evenly at first and 9 to 1 from {@code second} on. */
  static Shape divided(String table, long second) {
    Shape whole = staged(table);
    RequestMix mix =
        new RequestMix(
            List.of(
                phase("before", Optional.empty(), 50),
                phase("goal", Optional.of(new MixTime(false, second)), 90)));
    Map<String, LoadCurve> apis = mix.divide(whole.whole(), new EventPlace(0, second));
    Map<String, String> paths = Map.of("home", "/");
    return new Shape(
        whole.source(), whole.whole(), apis, paths, Optional.empty(), List.of("made up"));
  }

  private static MixPhase phase(String name, Optional<MixTime> from, double home) {
    Map<String, Double> percents = new TreeMap<>(Map.of("home", home, "play-on", 100 - home));
    return new MixPhase(name, from, Optional.empty(), Duration.ZERO, percents);
  }
}
