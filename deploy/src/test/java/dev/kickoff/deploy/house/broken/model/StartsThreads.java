package dev.kickoff.deploy.house.broken.model;

import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** Breaks: the model runs in the thread that called it. */
class StartsThreads {
  final Thread thread = new Thread(() -> {});
  final ThreadLocal<Integer> local = new ThreadLocal<>();
  final ExecutorService pool = Executors.newFixedThreadPool(2);

  int sum(List<Integer> hosts) {
    return hosts.parallelStream().mapToInt(Integer::intValue).sum();
  }
}
