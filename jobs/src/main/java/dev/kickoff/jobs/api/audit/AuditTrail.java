package dev.kickoff.jobs.api.audit;

import com.fasterxml.jackson.core.JsonProcessingException;
import dev.kickoff.connectors.kafka.TopicTail;
import dev.kickoff.connectors.kafka.Topics;
import dev.kickoff.jobs.api.audit.AuditEntry.Act;
import dev.kickoff.jobs.api.audit.AuditEntry.Outcome;
import dev.kickoff.jobs.api.audit.AuditEntry.Result;
import dev.kickoff.jobs.api.http.ApiJson;
import dev.kickoff.jobs.api.http.ApiPart;
import dev.kickoff.jobs.api.http.Refusal;
import dev.kickoff.jobs.api.security.Caller;
import dev.kickoff.jobs.api.security.access.DeniedToken;
import dev.kickoff.jobs.api.security.contract.Contract;
import dev.kickoff.jobs.api.security.contract.ContractRoute;
import dev.kickoff.jobs.api.security.limit.Allowance;
import dev.kickoff.jobs.api.security.limit.RateLimit;
import io.javalin.Javalin;
import io.javalin.http.Context;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The audit: every request that may change something, and every token that was refused, is an entry
 * of a chained topic before it is answered. It is one handler after all routes, so that none can
 * forget it. Trials (dry runs and what-if) are recorded when they are denied only.
 *
 * <p>Denials of strangers are recorded up to 50 at once and one a second of an address; how many
 * were left out stands in the next entry.
 */
public final class AuditTrail implements ApiPart, AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(AuditTrail.class);
  private static final Duration PATIENCE = Duration.ofSeconds(30);
  private static final Allowance STRANGERS = new Allowance(50, 1);

  private final Contract contract = Contract.load();
  private final RateLimit strangers = new RateLimit(STRANGERS, System::nanoTime);
  private final AtomicLong omitted = new AtomicLong();
  private final AuditView view = new AuditView();
  private final TopicTail tail;
  private final AuditLog log;
  private final InstantSource engine;
  private final InstantSource wall = InstantSource.system();

  private AuditTrail(String bootstrap, InstantSource engine) {
    this.engine = engine;
    this.tail =
        TopicTail.start(bootstrap, TopicTail.Reading.committed(Topics.AUDIT_ENTRY), view::accept);
    this.log = new AuditLog(bootstrap, this::newest);
  }

  /**
   * Starts to read and write the topic, which must exist.
   *
   * @param engine the engine's clock
   */
  public static AuditTrail start(String bootstrap, InstantSource engine) {
    return new AuditTrail(bootstrap, engine);
  }

  /** The newest entry of all writers, once all that stood at the start has been read. */
  private String newest() {
    try {
      if (!tail.awaitCaughtUp(PATIENCE)) {
        throw new IllegalStateException("the audit was not read within " + PATIENCE);
      }
      return view.newest();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted while reading the audit", e);
    }
  }

  @Override
  public void addTo(Javalin app) {
    app.after(this::record);
    app.get("/v1/audit", new AuditRoute(view)::answer);
  }

  /** Why the audit is no longer read; empty while it is. */
  public Optional<String> problem() {
    return tail.failure().map(e -> "the audit is no longer read: " + e.getMessage());
  }

  private void record(Context ctx) {
    boolean denied = ctx.statusCode() >= 400;
    boolean tokenDenied = DeniedToken.isNoted(ctx);
    if (!ContractRoute.changes(ctx.method().name()) && !tokenDenied) {
      return;
    }
    AuditedRequest request = new AuditedRequest(ctx, contract);
    if (!denied && request.isTrial()) {
      return;
    }
    Optional<Caller> caller = Caller.noted(ctx);
    if (caller.isEmpty() && strangers.take(ctx.ip()).isPresent()) {
      omitted.incrementAndGet();
      return;
    }
    append(ctx, request, caller.map(Caller::name).orElse("nobody at " + ctx.ip()));
  }

  private void append(Context ctx, AuditedRequest request, String actor) {
    long left = omitted.getAndSet(0);
    Act act =
        new Act(
            wall.instant(),
            engine.instant(),
            actor,
            request.action(),
            request.target(),
            outcome(ctx),
            request.said());
    try {
      log.append(act, left);
    } catch (IllegalStateException e) {
      omitted.addAndGet(left + 1);
      LOG.error("{} by {} has no audit entry", request.action(), actor, e);
      if (ctx.statusCode() < 400) {
        new Refusal(
                503,
                "what was asked for may stand, but its audit entry could not be written;"
                    + " look before you ask again")
            .answer(ctx);
      }
    }
  }

  private static Outcome outcome(Context ctx) {
    int status = ctx.statusCode();
    Result result = status < 400 ? Result.DONE : status < 500 ? Result.DENIED : Result.FAILED;
    Optional<String> detail =
        result == Result.DONE ? AuditNote.detail(ctx) : Optional.ofNullable(detail(ctx.result()));
    return new Outcome(result, status, detail.map(AuditedRequest::brief));
  }

  private static @Nullable String detail(@Nullable String problem) {
    try {
      return problem == null ? null : ApiJson.MAPPER.readTree(problem).path("detail").textValue();
    } catch (JsonProcessingException e) {
      return null;
    }
  }

  @Override
  public void close() {
    log.close();
    tail.close();
  }
}
