package dev.kickoff.connectors.aws;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.kickoff.model.fleet.FleetDoor;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** Answers every request of an action with the reply set for it, and keeps the requests. */
final class StubService implements AutoCloseable {
  private final HttpServer server;
  private final ExecutorService threads = Executors.newCachedThreadPool();
  private final List<String> requests = new CopyOnWriteArrayList<>();
  private final List<String> signatures = new CopyOnWriteArrayList<>();
  private final Map<String, Deque<String>> answers = new ConcurrentHashMap<>();
  private volatile int status = 200;
  private volatile String describe = "";
  private volatile String update = result("UpdateAutoScalingGroup", "");

  StubService() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.setExecutor(threads);
    server.createContext("/", this::handle);
    server.start();
  }

  URI uri() {
    return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
  }

  /** The door to it, in a region of ours. */
  FleetDoor door() {
    return new FleetDoor(
        Optional.of("eu-west-3"), Optional.empty(), Optional.empty(), Optional.of(uri()));
  }

  /** The Authorization headers of the requests, in order. */
  List<String> signatures() {
    return signatures;
  }

  /** The results of an action, one a call; the last again and again. */
  void answers(String action, String... results) {
    Deque<String> all = new ArrayDeque<>();
    for (String content : results) {
      all.add(content.startsWith("<ErrorResponse>") ? content : result(action, content));
    }
    answers.put(action, all);
  }

  /** Answers whatever is not described with this. */
  void answersAll(int withStatus, String body) {
    status = withStatus;
    update = body;
  }

  static String failure(String code, String message) {
    return "<ErrorResponse><Error><Type>Sender</Type><Code>%s</Code><Message>%s</Message></Error>"
            .formatted(code, message)
        + "<RequestId>r-1</RequestId></ErrorResponse>";
  }

  List<String> requests() {
    return requests;
  }

  void describes(int min, int max, int desired, String... hosts) {
    describe =
        result(
            "DescribeAutoScalingGroups",
            "<AutoScalingGroups><member><AutoScalingGroupName>web</AutoScalingGroupName>"
                + "<MinSize>%d</MinSize><MaxSize>%d</MaxSize>".formatted(min, max)
                + "<DesiredCapacity>%d</DesiredCapacity><Instances>".formatted(desired)
                + String.join("", hosts)
                + "</Instances></member></AutoScalingGroups>");
  }

  static String host(String zone, String stage) {
    return "<member><InstanceId>i-0</InstanceId><AvailabilityZone>%s</AvailabilityZone>"
            .formatted(zone)
        + "<LifecycleState>%s</LifecycleState></member>".formatted(stage);
  }

  void fails(int withStatus, String code, String message) {
    status = withStatus;
    describe = failure(code, message);
    update = describe;
  }

  private static String result(String action, String content) {
    return "<%1$sResponse><%1$sResult>%2$s</%1$sResult>".formatted(action, content)
        + "<ResponseMetadata><RequestId>r-1</RequestId></ResponseMetadata></%sResponse>"
            .formatted(action);
  }

  private void handle(HttpExchange exchange) throws IOException {
    try (exchange) {
      String request = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
      requests.add(request);
      signatures.add(String.valueOf(exchange.getRequestHeaders().getFirst("Authorization")));
      String reply = reply(request);
      byte[] bytes = reply.getBytes(StandardCharsets.UTF_8);
      boolean failed = status == 200 && reply.startsWith("<ErrorResponse>");
      exchange.sendResponseHeaders(failed ? 400 : status, bytes.length);
      exchange.getResponseBody().write(bytes);
    }
  }

  private String reply(String request) {
    String action = request.replaceFirst("^Action=(\\w+)&.*$", "$1");
    Deque<String> set = answers.get(action);
    if (set == null) {
      return request.contains("Action=Describe") ? describe : update;
    }
    synchronized (set) {
      return set.size() > 1 ? set.remove() : set.element();
    }
  }

  @Override
  public void close() {
    server.stop(0);
    threads.shutdownNow();
  }
}
