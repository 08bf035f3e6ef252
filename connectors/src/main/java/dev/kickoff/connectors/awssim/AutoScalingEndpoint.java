package dev.kickoff.connectors.awssim;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * An HTTP server on the loopback address that speaks the EC2 Auto Scaling query protocol, version
 * 2011-01-01, over simulated groups, so that the AWS SDK runs against it unchanged.
 *
 * <p>It knows DescribeAutoScalingGroups, UpdateAutoScalingGroup, SetDesiredCapacity,
 * DescribeScalingActivities and DescribePolicies; a parameter it does not know is an error.
 * Requests must be signed, but the signature is not verified: the clock here is a virtual one,
 * which the {@code Date} header of each reply tells. Its state outlives it in a file.
 */
public final class AutoScalingEndpoint implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(AutoScalingEndpoint.class);
  private static final int LARGEST_REQUEST_BYTES = 64 * 1024;
  private static final int THREADS = 4;
  private static final DateTimeFormatter HTTP_DATE =
      DateTimeFormatter.ofPattern("EEE, dd MMM yyyy HH:mm:ss 'GMT'", Locale.US)
          .withZone(ZoneOffset.UTC);

  private final HttpServer server;
  private final ExecutorService threads;
  private final SimulatedRegion region;
  private final QueryActions actions;

  private AutoScalingEndpoint(HttpServer server, SimulatedRegion region) {
    this.server = server;
    this.region = region;
    this.actions = new QueryActions(region);
    this.threads =
        Executors.newFixedThreadPool(
            THREADS,
            task -> {
              Thread thread = new Thread(task, "awssim");
              thread.setDaemon(true);
              return thread;
            });
  }

  /**
   * Starts an endpoint that goes on from the state in its folder.
   *
   * @param clock tells virtual time; it should not be behind the state in the folder
   * @throws IllegalStateException when the state file cannot be understood
   * @throws UncheckedIOException when the port is taken or the folder cannot be used
   */
  public static AutoScalingEndpoint start(EndpointSettings settings, InstantSource clock) {
    SimulatedRegion region =
        new SimulatedRegion(settings.groups(), clock, new StateFile(settings.folder()));
    InetSocketAddress address =
        new InetSocketAddress(InetAddress.getLoopbackAddress(), settings.port());
    try {
      AutoScalingEndpoint endpoint = new AutoScalingEndpoint(HttpServer.create(address, 0), region);
      endpoint.server.createContext("/", endpoint::handle);
      endpoint.server.setExecutor(endpoint.threads);
      endpoint.server.start();
      return endpoint;
    } catch (IOException e) {
      throw new UncheckedIOException("cannot listen on " + address, e);
    }
  }

  /** Where it listens, as the SDK wants it for an endpoint override. */
  public URI uri() {
    InetSocketAddress address = server.getAddress();
    return URI.create("http://" + address.getAddress().getHostAddress() + ":" + address.getPort());
  }

  /**
   * Feeds the metric that a group's own policy follows: the demand of one minute.
   *
   * @param minuteEnd end of the minute, exclusive; one not after the last fed is ignored, so that
   *     feeding twice is feeding once, also after a restart
   * @param requestsPerMinute finite and not negative; a minute without data is not fed
   * @throws IllegalArgumentException when the group is not defined or the demand is no number
   */
  public void observeDemand(String group, Instant minuteEnd, double requestsPerMinute) {
    region.observe(group, minuteEnd, requestsPerMinute);
  }

  /** Writes the state down; every change does so too. */
  public void save() {
    region.save();
  }

  /** Stops listening and writes the state down. */
  @Override
  public void close() {
    server.stop(0);
    threads.shutdownNow();
    region.save();
  }

  private void handle(HttpExchange exchange) throws IOException {
    try (exchange) {
      String requestId = UUID.randomUUID().toString();
      int status = 200;
      String reply;
      try {
        reply = actions.perform(read(exchange), requestId);
      } catch (QueryError e) {
        status = e.status();
        reply = ReplyWriter.failure(e, requestId);
      } catch (RuntimeException e) {
        LOG.error("request {} failed", requestId, e);
        status = 500;
        QueryError error = new QueryError(status, "InternalFailure", "The simulator failed: " + e);
        reply = ReplyWriter.failure(error, requestId);
      }
      send(exchange, status, reply, requestId);
    }
  }

  private static QueryRequest read(HttpExchange exchange) throws IOException {
    if (!exchange.getRequestMethod().equals("POST")) {
      throw new QueryError(405, "InvalidAction", "Only POST is supported");
    }
    String signature = exchange.getRequestHeaders().getFirst("Authorization");
    if (signature == null || !signature.startsWith("AWS4-HMAC-SHA256 ")) {
      throw new QueryError(
          403, "MissingAuthenticationToken", "Request is missing Authentication Token");
    }
    try (InputStream body = exchange.getRequestBody()) {
      byte[] bytes = body.readNBytes(LARGEST_REQUEST_BYTES + 1);
      if (bytes.length > LARGEST_REQUEST_BYTES) {
        throw new QueryError(413, "RequestEntityTooLarge", "A request is at most 64 KiB large");
      }
      return QueryRequest.parse(new String(bytes, StandardCharsets.UTF_8));
    }
  }

  private void send(HttpExchange exchange, int status, String reply, String requestId)
      throws IOException {
    byte[] bytes = reply.getBytes(StandardCharsets.UTF_8);
    exchange.getResponseHeaders().set("Content-Type", "text/xml");
    exchange.getResponseHeaders().set("x-amzn-RequestId", requestId);
    exchange.getResponseHeaders().set("Date", HTTP_DATE.format(region.now()));
    exchange.sendResponseHeaders(status, bytes.length);
    exchange.getResponseBody().write(bytes);
  }
}
