package dev.kickoff.connectors.awssim;

import dev.kickoff.connectors.InputException;
import dev.kickoff.connectors.awssim.fault.FaultPlan;
import dev.kickoff.connectors.awssim.fault.RequestFate;
import dev.kickoff.connectors.awssim.http.HttpProblem;
import dev.kickoff.connectors.awssim.http.HttpReply;
import dev.kickoff.connectors.awssim.http.HttpRequest;
import dev.kickoff.connectors.awssim.http.LoopbackServer;
import dev.kickoff.connectors.awssim.query.QueryError;
import dev.kickoff.connectors.awssim.query.QueryRequest;
import dev.kickoff.connectors.awssim.query.ReplyWriter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.time.Instant;
import java.time.InstantSource;
import java.util.OptionalInt;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * An HTTP server on the loopback address that speaks the EC2 Auto Scaling query protocol, version
 * 2011-01-01, over simulated groups, so that the AWS SDK runs against it unchanged.
 *
 * <p>It knows DescribeAutoScalingGroups, UpdateAutoScalingGroup, SetDesiredCapacity,
 * DescribeScalingActivities, DescribePolicies, scheduled actions one by one and in batches,
 * suspended processes, tags, warm pools and instance refreshes, and of Service Quotas
 * GetServiceQuota; a parameter it does not know is an error. What its {@link FaultPlan} says goes
 * wrong. Requests must be signed, but the signature is not verified: the clock here is a virtual
 * one, which the {@code Date} header of each reply tells. Its state outlives it in a file.
 */
public final class AutoScalingEndpoint implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(AutoScalingEndpoint.class);

  private final LoopbackServer server;
  private final SimulatedRegion region;
  private final QueryActions actions;
  private final RequestFate fate;
  private final OptionalInt vcpus;

  private AutoScalingEndpoint(EndpointSettings settings, SimulatedRegion region)
      throws IOException {
    this.region = region;
    this.actions = new QueryActions(region, settings.faults());
    this.fate = new RequestFate(settings.faults());
    this.vcpus = settings.vcpus();
    this.server = new LoopbackServer(settings.port(), this::handle, this::unreadable);
  }

  /**
   * Starts an endpoint that goes on from the state in its folder.
   *
   * @param clock tells virtual time; it should not be behind the state in the folder
   * @throws InputException when the state file cannot be understood
   * @throws UncheckedIOException when the port is taken or the folder cannot be used
   */
  public static AutoScalingEndpoint start(EndpointSettings settings, InstantSource clock) {
    SimulatedRegion region =
        new SimulatedRegion(
            settings.groups(), clock, new StateFile(settings.folder()), settings.faults());
    try {
      return new AutoScalingEndpoint(settings, region);
    } catch (IOException e) {
      throw new UncheckedIOException("cannot listen on 127.0.0.1:" + settings.port(), e);
    }
  }

  /** Where it listens, as the SDK wants it for an endpoint override. */
  public URI uri() {
    return server.uri();
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
    server.close();
    region.save();
  }

  private HttpReply handle(HttpRequest request) {
    String requestId = UUID.randomUUID().toString();
    try {
      requireSignedPost(request);
      if (request.headers().getOrDefault("x-amz-target", "").endsWith(".GetServiceQuota")) {
        return quota(requestId);
      }
      QueryRequest query = QueryRequest.parse(request.body());
      String xml = fate.carryOut(() -> actions.perform(query, requestId));
      return new HttpReply(200, region.now(), requestId, xml);
    } catch (QueryError e) {
      return failure(e);
    } catch (RuntimeException e) {
      LOG.error("request {} failed", requestId, e);
      return failure(new QueryError(500, "InternalFailure", "The simulator failed: " + e));
    }
  }

  /** In JSON, as that service speaks. */
  private HttpReply quota(String requestId) {
    String json =
        vcpus.isPresent()
            ? "{\"Quota\":{\"Value\":%d.0}}".formatted(vcpus.getAsInt())
            : "{\"__type\":\"AccessDeniedException\"}";
    return new HttpReply(vcpus.isPresent() ? 200 : 400, region.now(), requestId, json);
  }

  private HttpReply unreadable(HttpProblem problem) {
    return failure(
        new QueryError(
            problem.status(), "MalformedHttpRequest", String.valueOf(problem.getMessage())));
  }

  private HttpReply failure(QueryError error) {
    String requestId = UUID.randomUUID().toString();
    return new HttpReply(
        error.status(), region.now(), requestId, ReplyWriter.failure(error, requestId));
  }

  /** A signature cannot be forged into a form by a page that a browser shows. */
  private static void requireSignedPost(HttpRequest request) {
    if (!request.method().equals("POST")) {
      throw new QueryError(405, "UnsupportedOperation", "Only POST is supported");
    }
    if (!request.headers().getOrDefault("authorization", "").startsWith("AWS4-HMAC-SHA256 ")) {
      throw new QueryError(
          403, "MissingAuthenticationToken", "Request is missing Authentication Token");
    }
  }
}
