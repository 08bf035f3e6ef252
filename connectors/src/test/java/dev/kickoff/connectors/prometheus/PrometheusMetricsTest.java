package dev.kickoff.connectors.prometheus;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.kickoff.model.demand.source.MetricPoint;
import dev.kickoff.model.demand.source.MetricSourceException;
import dev.kickoff.model.demand.source.MetricSourceException.Kind;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PrometheusMetricsTest {
  private static final Instant NOON = Instant.parse("2026-06-11T12:00:00Z");
  private static final long SECOND = NOON.getEpochSecond();
  private static final Duration MINUTE = Duration.ofMinutes(1);

  @TempDir private Path folder;
  private HttpServer server;
  private final List<String> forms = new CopyOnWriteArrayList<>();
  private final List<String> tokens = new CopyOnWriteArrayList<>();
  private volatile int status = 200;
  private volatile String answer = matrix();

  @BeforeEach
  void start() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext("/prefix/api/v1/query_range", this::handle);
    server.start();
  }

  @AfterEach
  void stop() {
    server.stop(0);
  }

  private void handle(HttpExchange exchange) throws IOException {
    try (exchange) {
      forms.add(new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
      tokens.add(String.valueOf(exchange.getRequestHeaders().getFirst("Authorization")));
      byte[] bytes = answer.getBytes(StandardCharsets.UTF_8);
      exchange.sendResponseHeaders(status, bytes.length);
      exchange.getResponseBody().write(bytes);
    }
  }

  private static String matrix(String... series) {
    return "{\"status\":\"success\",\"data\":{\"resultType\":\"matrix\",\"result\":[%s]}}"
        .formatted(String.join(",", series));
  }

  private static String series(String labels, String values) {
    return "{\"metric\":%s,\"values\":[%s]}".formatted(labels, values).replace('\'', '"');
  }

  private PrometheusMetrics metrics(Optional<Path> token) {
    URI base = URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/prefix/");
    return new PrometheusMetrics(
        new PrometheusServer(base, token), "sum(rate(http_requests_total[1m]))", MINUTE);
  }

  private List<MetricPoint> lastThreeMinutes() {
    return metrics(Optional.empty()).read(NOON.minusSeconds(180), NOON);
  }

  private MetricSourceException failure() {
    return catchThrowableOfType(MetricSourceException.class, this::lastThreeMinutes);
  }

  @Test
  void aValueCoversTheStepBeforeItsEvaluation() {
    answer = matrix(series("{}", "[%d,'1.5'],[%d,'2']".formatted(SECOND - 120, SECOND)));
    assertThat(lastThreeMinutes())
        .containsExactly(
            new MetricPoint(NOON.minusSeconds(180), MINUTE, 1.5),
            new MetricPoint(NOON.minusSeconds(60), MINUTE, 2));
    assertThat(forms)
        .containsExactly(
            "query=sum%28rate%28http_requests_total%5B1m%5D%29%29&start="
                + (SECOND - 120)
                + "&end="
                + SECOND
                + "&step=60");
  }

  @Test
  void nanInfiniteAndAbsentValuesAreGaps() {
    answer = matrix(series("{}", "[1,'NaN'],[2,'+Inf'],[3,'-Inf']"));
    assertThat(lastThreeMinutes()).isEmpty();
    answer = matrix();
    assertThat(lastThreeMinutes()).isEmpty();
  }

  @Test
  void severalSeriesAreToldApartByTheirLabels() {
    answer =
        matrix(
            series("{'zone':'a'}", "[%d,'1']".formatted(SECOND)),
            series("{'zone':'b'}", "[%d,'2']".formatted(SECOND)));
    assertThat(lastThreeMinutes())
        .extracting(MetricPoint::tags)
        .containsExactly(Map.of("zone", "a"), Map.of("zone", "b"));
  }

  @Test
  void asksALongStretchInPartsThatMeet() {
    metrics(Optional.empty()).read(NOON.minus(MINUTE.multipliedBy(10_001)), NOON);
    long start = SECOND - 60 * 10_001;
    assertThat(forms).hasSize(2);
    assertThat(forms.get(0)).contains("start=" + (start + 60) + "&end=" + (start + 600_000));
    assertThat(forms.get(1)).contains("start=" + SECOND + "&end=" + SECOND);
  }

  @Test
  void sendsTheTokenThatItsFileHoldsNow() throws IOException {
    Path file = Files.writeString(folder.resolve("token"), "first\n");
    PrometheusMetrics metrics = metrics(Optional.of(file));
    metrics.read(NOON.minusSeconds(60), NOON);
    Files.writeString(file, "second");
    metrics.read(NOON.minusSeconds(60), NOON);
    assertThat(tokens).containsExactly("Bearer first", "Bearer second");
  }

  @ParameterizedTest
  @CsvSource({
    "400, bad_data, MISCONFIGURED",
    "422, execution, MISCONFIGURED",
    "503, timeout, TRANSIENT",
    "500, internal, TRANSIENT",
    "401, , REFUSED"
  })
  void saysWhatFollowsFromAnErrorWithTheServersWords(int code, String type, Kind kind) {
    status = code;
    answer =
        "{\"status\":\"error\",\"errorType\":\"%s\",\"error\":\"too many\"}"
            .formatted(type == null ? "" : type);
    assertThat(failure().kind()).isEqualTo(kind);
    assertThat(failure()).hasMessageContaining("too many").hasMessageContaining(code + " ");
  }

  @Test
  void refusesAnAnswerThatIsNoPrometheus() {
    status = 502;
    answer = "<html>bad gateway</html>";
    assertThat(failure().kind()).isEqualTo(Kind.TRANSIENT);
    status = 200;
    assertThat(failure()).hasMessageContaining("200 and no JSON: <html>");
    server.stop(0);
    assertThat(failure().kind()).isEqualTo(Kind.TRANSIENT);
  }
}
