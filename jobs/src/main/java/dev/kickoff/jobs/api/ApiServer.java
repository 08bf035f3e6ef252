package dev.kickoff.jobs.api;

import dev.kickoff.jobs.api.http.AnswerCache;
import dev.kickoff.jobs.api.http.ApiPart;
import dev.kickoff.jobs.api.http.Refusal;
import dev.kickoff.jobs.api.metrics.EngineMetrics;
import dev.kickoff.jobs.api.read.Documents.DecisionSummary;
import dev.kickoff.jobs.api.read.Documents.EventSummary;
import dev.kickoff.jobs.api.read.Documents.ForecastHead;
import dev.kickoff.jobs.api.read.ReadRoutes;
import dev.kickoff.jobs.api.review.ReviewDocument;
import dev.kickoff.jobs.api.security.access.AccessControl;
import dev.kickoff.jobs.api.security.access.BodyRule;
import dev.kickoff.jobs.api.security.contract.Contract;
import dev.kickoff.jobs.api.security.session.Sessions;
import dev.kickoff.jobs.api.stream.LiveStream;
import dev.kickoff.jobs.api.view.EngineTime;
import dev.kickoff.jobs.api.view.EngineViews;
import dev.kickoff.jobs.api.view.StatusReader;
import dev.kickoff.jobs.api.view.TimelineRow;
import dev.kickoff.jobs.api.view.ViewChange;
import dev.kickoff.jobs.api.write.order.OverrideDocument;
import dev.kickoff.model.calendar.Event;
import dev.kickoff.model.capacity.CapacityPlan;
import dev.kickoff.model.control.Decision;
import dev.kickoff.model.demand.MinuteDemand;
import dev.kickoff.model.forecast.DemandForecast;
import dev.kickoff.model.override.OperatorOverride;
import dev.kickoff.model.review.Review;
import io.javalin.Javalin;
import io.javalin.config.JavalinConfig;
import io.javalin.http.HttpResponseException;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.eclipse.jetty.http.UriCompliance;
import org.eclipse.jetty.http.UriCompliance.Violation;
import org.eclipse.jetty.util.thread.QueuedThreadPool;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The forecast API and the console on one port. */
public final class ApiServer implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(ApiServer.class);
  private static final int MAX_THREADS = 64;
  private static final int MAX_LISTENERS = 2_000;
  private static final int IDLE_THREADS = 4;
  private static final int IDLE_MILLIS = 60_000;
  private static final double MOMENT_MILLIS = 200;
  private static final int MAX_HEADER_BYTES = 8 * 1024;
  private static final String YAML = "application/yaml";

  /** A name may hold a slash: it is written %2F, and taken apart only once the route is found. */
  private static final UriCompliance NAMES_WITH_SLASHES =
      UriCompliance.DEFAULT.with("names with slashes", Violation.AMBIGUOUS_PATH_SEPARATOR);

  private final ApiSettings settings;
  private final EngineMetrics metrics;
  private final LiveStream stream;
  private final EngineViews views;
  private final EngineTime time;
  private final Javalin app;

  /**
   * @param checks what {@code /readyz} asks
   */
  public ApiServer(
      ApiSettings settings, EngineViews views, EngineTime time, List<ReadinessCheck> checks) {
    this.settings = settings;
    this.views = views;
    this.time = time;
    StatusReader status = new StatusReader(views, time);
    this.metrics = new EngineMetrics(views, time, settings.version());
    this.stream = new LiveStream(status::status, this::document, MAX_LISTENERS);
    views.addListener(stream);
    this.app = Javalin.create(ApiServer::configure);
    Contract contract = Contract.load();
    AccessControl access =
        new AccessControl(contract, settings.access(), new Sessions(InstantSource.system()));
    app.before(new RequestGuard(settings)::check);
    app.before(access::check);
    AnswerCache cache = new AnswerCache(() -> List.of(moment(), views.ledger().changes()));
    views.addListener(change -> cache.changed());
    cache.addTo(app);
    access.sessionRoutes().addTo(app);
    app.get("/v1/openapi.yaml", ctx -> ctx.result(contract.text()));
    new Routes(List.copyOf(checks)).addTo(app, metrics, stream);
    new ReadRoutes(views, time).addTo(app);
    answerProblems();
  }

  private static void configure(JavalinConfig config) {
    config.showJavalinBanner = false;
    config.startupWatcherEnabled = false;
    config.useVirtualThreads = false;
    config.http.prefer405over404 = true;
    config.http.maxRequestSize = BodyRule.MOST_BYTES;
    config.router.ignoreTrailingSlashes = false;
    config.router.treatMultipleSlashesAsSingleSlash = false;
    QueuedThreadPool threads = new QueuedThreadPool(MAX_THREADS, IDLE_THREADS, IDLE_MILLIS);
    threads.setName("kickoff-api");
    threads.setDaemon(true);
    config.jetty.threadPool = threads;
    config.jetty.modifyHttpConfiguration(
        http -> {
          http.setRequestHeaderSize(MAX_HEADER_BYTES);
          http.setSendServerVersion(false);
          http.setUriCompliance(NAMES_WITH_SLASHES);
        });
  }

  /** A fifth of a second, as long as it is one. */
  private long moment() {
    return (long) (time.now().toEpochMilli() / (MOMENT_MILLIS * time.speed().getAsDouble()));
  }

  private void answerProblems() {
    app.exception(Refusal.class, Refusal::answer);
    app.exception(
        HttpResponseException.class,
        (e, ctx) -> new Refusal(e.getStatus(), String.valueOf(e.getMessage())).answer(ctx));
    app.exception(
        Exception.class,
        (e, ctx) -> {
          LOG.error("{} {} failed", ctx.method(), ctx.path(), e);
          new Refusal(500, "this is a fault of Kickoff; its log says more").answer(ctx);
        });
  }

  private Object document(ViewChange change) {
    Object record = change.record();
    if (record instanceof MinuteDemand minute) {
      List<TimelineRow> rows =
          views.timeline(
              minute.service(),
              views.groupsOf(minute.service()).stream().findFirst(),
              minute.minute(),
              minute.until());
      return rows.isEmpty() ? minute : rows.get(0);
    } else if (record instanceof DemandForecast forecast) {
      return ForecastHead.of(forecast);
    } else if (record instanceof CapacityPlan plan) {
      return Map.of("group", plan.group(), "digest", plan.digest());
    } else if (record instanceof Decision decision) {
      return DecisionSummary.of(decision);
    } else if (record instanceof OperatorOverride order) {
      return OverrideDocument.of(order, time.now(), Optional.empty()).json();
    } else if (record instanceof Review review) {
      return ReviewDocument.of(review);
    } else if (record instanceof Event event) {
      return EventSummary.of(event);
    }
    return record;
  }

  /** Adds routes, before the start. */
  public ApiServer with(ApiPart part) {
    part.addTo(app);
    return this;
  }

  /**
   * Starts to listen.
   *
   * @return the port
   */
  public int start() {
    ConsoleFiles files = new ConsoleFiles();
    app.get("/<path>", files::serve);
    app.get("/", files::serve);
    app.start(settings.host(), settings.port());
    LOG.info("The console is at http://{}:{}", settings.host(), app.port());
    return app.port();
  }

  /** Every route but the files of the console, as {@code METHOD /path/{parameter}}. */
  List<String> routes() {
    return app.unsafeConfig().pvt.internalRouter.allHttpHandlers().stream()
        .map(handler -> handler.getEndpoint())
        .filter(route -> route.getMethod().isHttpMethod())
        .map(route -> route.getMethod() + " " + route.getPath())
        .toList();
  }

  /** The metrics, for those parts of the engine that count something themselves. */
  public EngineMetrics metrics() {
    return metrics;
  }

  @Override
  public void close() {
    stream.close();
    app.stop();
  }
}
