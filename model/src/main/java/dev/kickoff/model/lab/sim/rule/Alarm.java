package dev.kickoff.model.lab.sim.rule;

/** An alarm in the midst of a run. */
final class Alarm {
  private final AlarmSettings settings;
  private final boolean above;
  private final double threshold;
  private final int window;
  private final int phase;
  private final boolean[] breaches;
  private int judged;
  private int run;

  Alarm(AlarmSettings settings, boolean above, double threshold, Beat beat) {
    this.settings = settings;
    this.above = above;
    this.threshold = threshold;
    this.window = Math.max(1, beat.steps(settings.length()));
    this.phase = beat.phase();
    this.breaches = new boolean[settings.periods()];
  }

  /** Forgets the samples that were counted so far. */
  void restart() {
    run = 0;
  }

  /** Takes in the present step; whether it rings there. */
  boolean rings(LabView view) {
    int step = view.step();
    boolean known = view.isKnown(step);
    run = known && breaches(view.cpu(step)) ? run + 1 : 0;
    return switch (settings.kind()) {
      case PERIODS -> endsPeriod(step) && judge(view, step);
      case ROLLING -> known && step + 1 >= window && breaches(mean(view, step));
      case CONSECUTIVE -> run >= window;
      case ELAPSED -> run > window;
    };
  }

  private boolean endsPeriod(int step) {
    return step > 0 && Math.floorMod(step - phase, window) == 0;
  }

  private boolean judge(LabView view, int step) {
    boolean breach;
    if (hasData(view, step)) {
      breach = breaches(mean(view, step));
    } else if (settings.missing() == AlarmSettings.Missing.IGNORE) {
      return rings();
    } else {
      breach = settings.missing() == AlarmSettings.Missing.BREACHING;
    }
    breaches[judged++ % breaches.length] = breach;
    return rings();
  }

  private boolean rings() {
    int count = 0;
    for (boolean breach : breaches) {
      count += breach ? 1 : 0;
    }
    return count >= settings.needed();
  }

  private boolean hasData(LabView view, int step) {
    for (int i = Math.max(0, step - window + 1); i <= step; i++) {
      if (view.isKnown(i)) {
        return true;
      }
    }
    return false;
  }

  private double mean(LabView view, int step) {
    return view.meanCpu(Math.max(0, step - window + 1), step);
  }

  private boolean breaches(double cpu) {
    return above ? cpu > threshold : cpu < threshold;
  }
}
