package dev.kickoff.jobs.api.webhook;

import dev.kickoff.connectors.kafka.MalformedRecordException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Tells one receiver, one thing after the other in the order of its topic, and remembers each when
 * it was taken or put aside: after a stop nothing is left out, and the last may come twice.
 *
 * <p>A broker that fails is asked again after a pause.
 */
final class WebhookThread implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(WebhookThread.class);
  private static final Duration BROKER_PAUSE = Duration.ofSeconds(5);
  private static final Duration COMMIT_EVERY = Duration.ofSeconds(5);

  private final String name;
  private final MessageMaker maker;
  private final Teller teller;
  private final Teller.Shared shared;
  private final Thread thread;
  private final CountDownLatch started = new CountDownLatch(1);
  private final CountDownLatch stopping = new CountDownLatch(1);
  private volatile @Nullable HookConsumer consumer;
  private volatile @Nullable String problem;
  private long lastCommit = System.nanoTime();

  WebhookThread(String name, MessageMaker maker, Teller teller, Teller.Shared shared) {
    this.name = name;
    this.maker = maker;
    this.teller = teller;
    this.shared = shared;
    this.thread = new Thread(this::run, "webhook-" + name);
    thread.setDaemon(true);
    shared.metrics().knows(name);
  }

  WebhookThread start() {
    thread.start();
    return this;
  }

  private void run() {
    String group = "kickoff-webhook-" + name;
    while (!isStopping()) {
      try (HookConsumer opened = new HookConsumer(shared.bootstrap(), group, maker.topics())) {
        consumer = opened;
        follow(opened);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        return;
      } catch (RuntimeException e) { // the broker's, and ours: neither may end the telling
        problem = "webhook " + name + " cannot read on: " + e.getMessage();
        LOG.warn("webhook {} tries again in {} s", name, BROKER_PAUSE.toSeconds(), e);
        pause();
      }
    }
  }

  private void pause() {
    try {
      var unused = stopping.await(BROKER_PAUSE.toMillis(), TimeUnit.MILLISECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      stopping.countDown();
    }
  }

  private boolean isStopping() {
    return stopping.getCount() == 0;
  }

  private void follow(HookConsumer from) throws InterruptedException {
    while (!isStopping()) {
      Optional<HookEntry> entry = from.next();
      problem = null;
      if (from.hasStarted()) {
        started.countDown();
      }
      if (entry.isPresent() && !take(from, entry.get())) {
        return;
      }
    }
  }

  /** False when it is to be told by another, or after the next start. */
  private boolean take(HookConsumer from, HookEntry entry) throws InterruptedException {
    List<WebhookMessage> messages = messages(entry);
    boolean speaks = entry.isNews() && !messages.isEmpty();
    Instant writtenAt = Instant.ofEpochMilli(entry.record().timestamp());
    shared.metrics().waits(name, Optional.of(writtenAt).filter(at -> speaks));
    for (WebhookMessage message : speaks ? messages : List.<WebhookMessage>of()) {
      if (!teller.tell(from, message, entry)) {
        return false;
      }
    }
    if (speaks || System.nanoTime() - lastCommit > COMMIT_EVERY.toNanos()) {
      from.told(entry);
      lastCommit = System.nanoTime();
    }
    shared.metrics().waits(name, Optional.empty());
    return true;
  }

  private List<WebhookMessage> messages(HookEntry entry) {
    try {
      return maker.messages(entry.record());
    } catch (MalformedRecordException e) {
      long offset = entry.record().offset();
      LOG.warn("{}@{} is told to nobody: {}", entry.partition(), offset, e.getMessage());
      return List.of();
    }
  }

  /** Waits until it listens: what is written from then on is told. */
  boolean awaitStarted(Duration timeout) throws InterruptedException {
    return started.await(timeout.toMillis(), TimeUnit.MILLISECONDS);
  }

  /** Why nothing is read at the moment; empty while it is. */
  Optional<String> problem() {
    return Optional.ofNullable(problem);
  }

  @Override
  public void close() {
    stopping.countDown();
    HookConsumer open = consumer;
    if (open != null) {
      open.stop();
    }
    teller.stop();
    try {
      thread.join(Duration.ofSeconds(10).toMillis());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
