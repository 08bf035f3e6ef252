package dev.kickoff.deploy.house.broken.model;

import java.security.SecureRandom;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.SplittableRandom;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.Supplier;

/** Breaks: the model's randomness is a seed that somebody passed in. */
class RollsDice {
  final Random selfSeeded = new Random();
  final SplittableRandom splittable = new SplittableRandom();
  final int threadLocal = ThreadLocalRandom.current().nextInt();
  final SecureRandom secure = new SecureRandom();
  final double math = Math.random();
  final UUID id = UUID.randomUUID();
  final Supplier<Random> reference = Random::new;

  void shuffle(List<Integer> hosts) {
    Collections.shuffle(hosts);
  }

  Random allowed(long seed) {
    return new Random(seed);
  }
}
