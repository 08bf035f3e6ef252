package dev.kickoff.model.lab.sim;

import dev.kickoff.model.lab.sim.rule.Beat;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.SplittableRandom;

/**
 * The hosts of a run: those that serve, those that boot, those that could not be had.
 *
 * <p>A host that is let go stops at once; those that do not serve yet go first, the newest first.
 */
final class LabHosts {
  /** The 95th percentile of the standard normal distribution. */
  private static final double Z95 = 1.6448536269514722;

  private static final int MINUTE = 60;

  private final LabGroup group;
  private final Draw draw;
  private final int stepSeconds;
  private final int boot;
  private final int warmIn;
  private final int[] arriving;
  private final SplittableRandom random;
  private final double sigma;
  private final Deque<Integer> warming = new ArrayDeque<>();
  private int inService;
  private int booting;
  private int beyond;
  private int missing;
  private int desired;

  LabHosts(LabGroup group, Draw draw, Beat beat, int steps) {
    this.group = group;
    this.draw = draw;
    this.stepSeconds = beat.stepSeconds();
    this.boot = beat.boot();
    this.warmIn = beat.steps(group.warmIn());
    this.arriving = new int[steps];
    this.random = new SplittableRandom(draw.seed());
    this.sigma = Math.log(draw.bootSpread()) / Z95;
    this.inService = group.initial();
    this.desired = group.initial();
  }

  int desired() {
    return desired;
  }

  int inService() {
    return inService;
  }

  /** Hosts that are paid for: in service or booting. */
  int launched() {
    return inService + booting;
  }

  /** Lets hosts that have booted serve, and asks again for what could not be had. */
  void pass(int step) {
    int arrived = arriving[step];
    inService += arrived;
    booting -= arrived;
    if (warmIn > 0 && arrived > 0) {
      for (int i = 0; i < arrived; i++) {
        warming.addLast(step);
      }
    }
    if (missing > 0 && step * (long) stepSeconds % MINUTE < stepSeconds) {
      int again = missing;
      missing = 0;
      launch(again, step);
    }
  }

  /** The hosts by the share of a whole host's load that each takes. */
  double shares(int step) {
    if (warmIn == 0) {
      return inService;
    }
    while (!warming.isEmpty() && step - warming.getFirst() >= warmIn) {
      warming.removeFirst();
    }
    double shares = inService - warming.size();
    for (int since : warming) {
      shares += (step - since + 1.0) / (warmIn + 1);
    }
    return shares;
  }

  /** Changes what is wanted, within the group's bounds. */
  void want(int hosts, int step) {
    int bounded = Math.max(group.min(), Math.min(group.max(), hosts));
    if (bounded > desired) {
      int more = bounded - desired;
      desired = bounded;
      launch(more, step);
    } else if (bounded < desired) {
      letGo(bounded, step);
    }
  }

  private void launch(int hosts, int step) {
    long second = (long) step * stepSeconds;
    if (draw.isRefused(second)) {
      missing += hosts;
      return;
    }
    booting += hosts;
    if (sigma == 0) {
      arrive(hosts, step + Math.max(1, boot));
    } else {
      for (int i = 0; i < hosts; i++) {
        double factor = Math.exp(sigma * random.nextGaussian());
        arrive(1, step + Math.max(1, (int) Math.rint(boot * factor)));
      }
    }
  }

  private void arrive(int hosts, int at) {
    if (at < arriving.length) {
      arriving[at] += hosts;
    } else {
      beyond += hosts;
    }
  }

  private void letGo(int to, int step) {
    int least = Math.max(to, group.guarded());
    int gone = Math.max(0, desired - least);
    desired -= gone;
    int given = Math.min(missing, gone);
    missing -= given;
    gone -= given;
    int unseen = Math.min(beyond, gone);
    beyond -= unseen;
    booting -= unseen;
    gone -= unseen;
    for (int at = arriving.length - 1; at > step && gone > 0; at--) {
      int taken = Math.min(arriving[at], gone);
      arriving[at] -= taken;
      booting -= taken;
      gone -= taken;
    }
    inService -= gone;
    for (int i = 0; i < gone && !warming.isEmpty(); i++) {
      warming.removeLast();
    }
  }
}
