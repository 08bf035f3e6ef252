package dev.kickoff.jobs.api.webhook;

import dev.kickoff.connectors.kafka.TopicWriter;
import dev.kickoff.jobs.api.metrics.EngineMetrics;
import io.prometheus.client.CollectorRegistry;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Tells every receiver outside what it wants to know, each in a thread and at a pace of its own.
 *
 * <p>Several processes may run them: each partition of a topic is told by one.
 */
public final class Webhooks implements AutoCloseable {
  private final List<WebhookThread> threads = new ArrayList<>();
  private final TopicWriter writer;

  private Webhooks(String bootstrap) {
    this.writer = new TopicWriter(bootstrap);
  }

  /**
   * Starts to tell.
   *
   * @param hooks each by a name of its own
   * @param engine the engine's clock
   * @param metrics are given {@code kickoff_webhook_deliveries_total} and {@code
   *     kickoff_webhook_oldest_undelivered_seconds}
   */
  public static Webhooks start(
      String bootstrap, List<WebhookSettings> hooks, InstantSource engine, EngineMetrics metrics) {
    return start(bootstrap, hooks, engine, metrics.registry());
  }

  static Webhooks start(
      String bootstrap,
      List<WebhookSettings> hooks,
      InstantSource engine,
      CollectorRegistry registry) {
    Webhooks started = new Webhooks(bootstrap);
    InstantSource wall = InstantSource.system();
    WebhookMetrics metrics = new WebhookMetrics(registry, wall);
    Teller.Shared shared = new Teller.Shared(bootstrap, new PutAside(started.writer), metrics);
    for (WebhookSettings hook : hooks) {
      Teller teller = new Teller(hook, new WebhookClient(hook, wall), shared);
      MessageMaker maker = new MessageMaker(hook, engine);
      started.threads.add(new WebhookThread(hook.name(), maker, teller, shared).start());
    }
    return started;
  }

  /**
   * Waits until everything that is written from now on will be told.
   *
   * @return false when the time ran out first
   */
  public boolean awaitStarted(Duration timeout) throws InterruptedException {
    for (WebhookThread thread : threads) {
      if (!thread.awaitStarted(timeout)) {
        return false;
      }
    }
    return true;
  }

  /** Why a receiver is told nothing at the moment; empty while all are. */
  public Optional<String> problem() {
    return threads.stream().flatMap(thread -> thread.problem().stream()).findFirst();
  }

  @Override
  public void close() {
    threads.forEach(WebhookThread::close);
    writer.close();
  }
}
