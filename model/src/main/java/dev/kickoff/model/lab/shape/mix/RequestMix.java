package dev.kickoff.model.lab.shape.mix;

import dev.kickoff.model.lab.LoadCurve;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * How requests divide among APIs while an event goes on: a goal empties playback and floods the
 * home page.
 *
 * <p>Phases are laid over one another in their order: {@code share = (1 - w) * share before + w *
 * share of the phase}, with w from 0 to 1 as the phase begins, and back as a passing one ends.
 *
 * @param phases at least one; the first, and it alone, holds from the beginning of the load
 */
public record RequestMix(List<MixPhase> phases) {
  public RequestMix {
    phases = List.copyOf(phases);
    if (phases.isEmpty()) {
      throw new IllegalArgumentException("a mix needs a phase");
    }
    for (MixPhase phase : phases) {
      if (phase.from().isEmpty() != (phase == phases.get(0))) {
        throw new IllegalArgumentException(
            "the first phase of a mix, and it alone, has no from; see phase " + phase.name());
      }
    }
  }

  /** Every API that a phase names, in the order in which they are named. */
  public List<String> apis() {
    Set<String> apis = new LinkedHashSet<>();
    phases.forEach(phase -> apis.addAll(phase.percents().keySet()));
    return List.copyOf(apis);
  }

  /** What each API has at a second of a load in which the event is so placed; they sum to 1. */
  public Map<String, Double> sharesAt(long second, EventPlace event) {
    Map<String, Double> shares = new LinkedHashMap<>();
    for (String api : apis()) {
      double share = 0;
      for (MixPhase phase : phases) {
        double weight = phase.weightAt(second, event);
        share = (1 - weight) * share + weight * phase.share(api);
      }
      shares.put(api, share);
    }
    double sum = shares.values().stream().mapToDouble(Double::doubleValue).sum();
    shares.replaceAll((api, share) -> share / sum);
    return shares;
  }

  /** The load of each API, in the order of {@link #apis()}; at every step they sum to the whole. */
  public Map<String, LoadCurve> divide(LoadCurve whole, EventPlace event) {
    List<String> apis = apis();
    double[][] parts = new double[apis.size()][whole.size()];
    for (int i = 0; i < whole.size(); i++) {
      List<Double> shares = new ArrayList<>(sharesAt(i * whole.step().toSeconds(), event).values());
      for (int api = 0; api < parts.length; api++) {
        parts[api][i] = whole.at(i) * shares.get(api);
      }
    }
    Map<String, LoadCurve> divided = new LinkedHashMap<>();
    for (int api = 0; api < parts.length; api++) {
      divided.put(apis.get(api), new LoadCurve(whole.step(), parts[api]));
    }
    return divided;
  }
}
