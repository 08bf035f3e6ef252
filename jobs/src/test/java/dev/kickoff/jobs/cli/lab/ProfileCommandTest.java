package dev.kickoff.jobs.cli.lab;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.kickoff.jobs.cli.Main;
import dev.kickoff.jobs.config.FleetFile;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ProfileCommandTest {
  private static final Instant START = Instant.parse("2026-06-01T18:00:00Z");

  @TempDir private Path folder;
  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();

  private Path loadTest(String name, double slope, double top) throws IOException {
    Random random = new Random(1);
    List<String> rows = new ArrayList<>();
    for (int i = 1; i <= 120; i++) {
      double rpm = top * i / 120;
      double cpu = 2 + slope * rpm / 1_000;
      double latency = (20 + 4 * Math.max(0, cpu - 50)) * (1 + 0.05 * random.nextGaussian());
      double seen = Math.max(0, cpu + random.nextGaussian());
      rows.add(START.plusSeconds(10L * i) + "," + rpm + "," + seen + "," + latency);
    }
    Collections.shuffle(rows, random);
    String text = "timestamp,rpm,cpu,latency_ms\n" + String.join("\n", rows) + "\n";
    return Files.writeString(folder.resolve(name), text);
  }

  private int run(Object... more) {
    List<String> args = new ArrayList<>(List.of("profile"));
    for (Object one : more) {
      args.add(one.toString());
    }
    out.getBuffer().setLength(0);
    err.getBuffer().setLength(0);
    return Main.run(
        new PrintWriter(out, true), new PrintWriter(err, true), args.toArray(String[]::new));
  }

  private JsonNode json() throws IOException {
    return new ObjectMapper().readTree(out.toString());
  }

  @Test
  void measuresAHostAndKeepsItsKeys() throws IOException {
    Path test = loadTest("load-test.csv", 0.7, 110_000);
    assertThat(run("--load-test", test, "-o", "json")).as(err.toString()).isZero();
    List<String> keys = new ArrayList<>();
    json().fieldNames().forEachRemaining(keys::add);
    assertThat(keys)
        .startsWith(
            "slope_cpu_per_krpm",
            "intercept_cpu",
            "r2",
            "linear",
            "linearity_p",
            "knee_cpu",
            "knee_low",
            "knee_high",
            "rpm_per_host_at_knee");
    assertThat(json().get("slope_cpu_per_krpm").doubleValue()).isCloseTo(0.7, within(0.01));
    assertThat(json().get("linear").booleanValue()).isTrue();
    assertThat(json().get("knee_cpu").doubleValue()).isCloseTo(50, within(3.0));
    assertThat(json().get("rpm_per_host_at_knee").doubleValue()).isCloseTo(68_571, within(3_000.0));
    assertThat(json().get("rpm_per_host_rule").textValue()).isEqualTo("knee");
  }

  @Test
  void writesAProfileThatAFleetFileTakes() throws IOException {
    Path test = loadTest("load-test.csv", 0.7, 110_000);
    Path to = folder.resolve("out");
    assertThat(run("--load-test", test, "--instance-type", "t3.micro", "--out", to))
        .as(err.toString())
        .isZero();
    assertThat(out.toString())
        .contains("knee, cpu %", "  with 10 % in hand", "A t3.micro is on credit above 10.0 %");
    Path fleet =
        Files.writeString(
            to.resolve("fleet.yaml"),
            "service: web\ngroup: web\nhosts: {min: 2, max: 40, initial: 4}\n"
                + "capacity: {profile: profile.json}\nleadTime: {minutes: 4}\n");
    JsonNode written = new ObjectMapper().readTree(to.resolve("profile.json").toFile());
    assertThat(FleetFile.read(fleet).group().profile().requestsPerMinute())
        .isEqualTo(written.get("rpm_per_host_at_knee").doubleValue());
    assertThat(Files.readString(to.resolve("report.html")))
        .contains("Latency begins to climb at", "processor over requests per minute")
        .doesNotContain("http", "NaN", "<script");
    assertThat(to.resolve("report.json")).hasSameTextualContentAs(to.resolve("profile.json"));
  }

  @Test
  void saysWhyThereIsNoKnee() throws IOException {
    Path test = loadTest("load-test.csv", 0.7, 55_000);
    assertThat(run("--load-test", test, "-o", "json")).isZero();
    assertThat(json().get("knee_cpu").isNull()).isTrue();
    assertThat(json().get("knee_low").isNull()).isTrue();
    assertThat(json().get("rpm_per_host_rule").textValue()).isEqualTo("highest_load");
    assertThat(json().get("reason").textValue()).contains("there is no knee up to 4");
  }

  @Test
  void missesTheGateWhereAHostCarriesLessThanBefore() throws IOException {
    Path to = folder.resolve("out");
    assertThat(run("--load-test", loadTest("old.csv", 0.7, 110_000), "--out", to)).isZero();
    Path known = to.resolve("profile.json");
    assertThat(run("--guard", known, "--load-test", loadTest("new.csv", 0.8, 110_000)))
        .isEqualTo(99);
    assertThat(err.toString()).contains("A host carries less than before: ");
    assertThat(run("--guard", known, "--load-test", folder.resolve("old.csv"))).isZero();
    assertThat(out.toString()).contains("A host carries what it carried");
    assertThat(run("--guard", folder.resolve("old.csv"), "--load-test", folder.resolve("old.csv")))
        .isEqualTo(2);
    assertThat(err.toString()).contains("old.csv:1: is not JSON");
  }

  @Test
  void weighsInstanceTypes() throws IOException {
    String small = "t3.small=" + loadTest("small.csv", 0.7, 110_000);
    String large = "t3.large=" + loadTest("large.csv", 0.35, 220_000);
    assertThat(run("--type", large, "--type", small, "-o", "json")).as(err.toString()).isZero();
    JsonNode types = json().get("types");
    assertThat(types.get(0).get("weight").doubleValue()).isCloseTo(2, within(0.1));
    assertThat(types.get(1).get("weight").doubleValue()).isEqualTo(1);
    assertThat(json().get("rpm_per_host_at_knee"))
        .isEqualTo(types.get(1).get("rpm_per_host_at_knee"));
    assertThat(json().get("credits").get("instance_type").textValue()).isEqualTo("t3.small");
  }

  @Test
  void refusesWhatCannotBeUsedWithWordsAndCodeTwo() throws IOException {
    assertThat(run()).isEqualTo(2);
    assertThat(err.toString()).contains("no load test is named; give --load-test FILE");
    Path test = loadTest("load-test.csv", 0.7, 110_000);
    assertThat(run("--load-test", test, "--margin", "1")).isEqualTo(2);
    assertThat(err.toString()).contains("--margin 1.0 is no share");
    assertThat(run("--load-test", test, "--instance-type", "t3.huge")).isEqualTo(2);
    assertThat(err.toString()).contains("'t3.huge' is no size of the T family");
    assertThat(run("--load-test", test, "--knee-cpu", "120")).isEqualTo(2);
    Path even = Files.writeString(folder.resolve("even.csv"), "timestamp,rpm,cpu\n");
    assertThat(run("--load-test", even)).isEqualTo(2);
    assertThat(err.toString()).contains("even.csv: holds no rows");
    assertThat(run("--from-metrics", even)).isEqualTo(2);
    assertThat(err.toString()).contains("--from-metrics needs --out");
  }

  @Test
  void pullsALoadTestFromWhereTheCollectorWould() throws IOException {
    HttpServer prometheus =
        HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    prometheus.createContext("/api/v1/query_range", ProfileCommandTest::answer);
    prometheus.start();
    try {
      Path config =
          Files.writeString(
              folder.resolve("collect.yaml"), collect(prometheus.getAddress().getPort()));
      Path to = folder.resolve("pulled");
      int code =
          run(
              "--from-metrics",
              config,
              "--hosts",
              2,
              "--out",
              to,
              "-o",
              "json",
              "--from",
              START,
              "--to",
              START.plusSeconds(6_000));
      assertThat(code).as(err.toString()).isZero();
      assertThat(Files.readAllLines(to.resolve("load-test.csv")))
          .hasSize(101)
          .startsWith("timestamp,rpm,cpu,latency_ms", "2026-06-01T18:00:00Z,1000.0,1.0,21.0");
      assertThat(json().get("slope_cpu_per_krpm").doubleValue()).isCloseTo(1, within(0.001));
      assertThat(json().get("rows").intValue()).isEqualTo(100);
    } finally {
      prometheus.stop(0);
    }
  }

  private static String collect(int port) {
    StringBuilder yaml = new StringBuilder("kafka: {bootstrap: localhost:9092}\nsources:\n");
    for (String signal : List.of("requests", "cpu", "latency_ms")) {
      yaml.append("- {kind: prometheus, service: web, signal: ").append(signal);
      yaml.append(signal.equals("requests") ? ", unit: rpm" : "");
      yaml.append(", url: 'http://127.0.0.1:").append(port).append("', query: ");
      yaml.append(signal).append("}\n");
    }
    return yaml.toString();
  }

  /** In minute i: 1,000 (i + 1) requests on two hosts, half a per cent for each 1,000, 21 ms. */
  private static void answer(HttpExchange exchange) throws IOException {
    try (exchange) {
      String form = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
      List<String> values = new ArrayList<>();
      for (long at = number(form, "start"); at <= number(form, "end"); at += 60) {
        long minute = (at - START.getEpochSecond()) / 60;
        double value =
            form.contains("query=requests")
                ? 1_000 * minute
                : form.contains("query=cpu") ? (0.5 + 0.5 * minute) / 100 : 21;
        values.add("[" + at + ",\"" + value + "\"]");
      }
      byte[] bytes =
          ("{\"status\":\"success\",\"data\":{\"resultType\":\"matrix\",\"result\":[{\"metric\":{},"
                  + "\"values\":["
                  + String.join(",", values)
                  + "]}]}}")
              .getBytes(StandardCharsets.UTF_8);
      exchange.sendResponseHeaders(200, bytes.length);
      exchange.getResponseBody().write(bytes);
    }
  }

  private static long number(String form, String key) {
    return Long.parseLong(form.replaceAll(".*" + key + "=(\\d+).*", "$1"));
  }
}
