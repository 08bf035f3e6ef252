package dev.kickoff.jobs.lab.shape;

import dev.kickoff.model.lab.LoadCurve;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * A load as a Python file for Locust 2: a {@code LoadTestShape}, and a user that makes its
 * requests.
 *
 * <p>Locust counts users and not requests; each user makes {@code rpmPerUser} requests a minute,
 * held by {@code constant_throughput} as long as a request takes less than its turn.
 */
final class LocustFile {
  private static final String CODE =
      """


      def load(api, second):
          \"""Requests per minute of an API; a straight line between two points.\"""
          seconds, rpm = LOADS[api]
          right = bisect.bisect_right(seconds, second)
          if right == len(seconds):
              return rpm[-1]
          share = (second - seconds[right - 1]) / (seconds[right] - seconds[right - 1])
          return rpm[right - 1] + (rpm[right] - rpm[right - 1]) * share


      class KickoffShape(LoadTestShape):
          def tick(self):
              second = self.get_run_time()
              if second > END:
                  return None
              users = int(sum(load(api, second) for api in LOADS) / RPM_PER_USER + 0.5)
              return users, max(1, abs(users - self.get_current_user_count()))


      class KickoffUser(HttpUser):
          wait_time = constant_throughput(RPM_PER_USER / 60)
          started = time.monotonic()

          @task
          def request(self):
              second = min(END, time.monotonic() - KickoffUser.started)
              loads = [load(api, second) for api in LOADS]
              api = random.choices(list(LOADS), loads if sum(loads) > 0 else None)[0]
              self.client.get(PATHS[api], name=api)


      @events.test_start.add_listener
      def on_test_start(**_):
          KickoffUser.started = time.monotonic()
      """;

  private LocustFile() {}

  /** The text of the file. */
  static String of(Shape shape, double rpmPerUser) {
    StringBuilder python = new StringBuilder("\"\"\"A load shape for Locust: ");
    python.append(Quoted.comment(shape.source()));
    python.append(
        """
        .

        Written by kickoff shape. Run it as it is:

            locust -f THIS_FILE --headless --host http://localhost:8080

        Requests of your own go into KickoffUser.request, or into a user of your own beside it.
        \"""
        import bisect
        import random
        import time

        from locust import HttpUser, LoadTestShape, constant_throughput, events, task

        """);
    python.append("RPM_PER_USER = ").append(ShapeCsv.number(rpmPerUser)).append('\n');
    python.append("END = ").append(shape.whole().span().toSeconds()).append("  # seconds\n");
    python.append("PATHS = {\n");
    for (String api : shape.parts().keySet()) {
      String path = Quoted.text(shape.path(api));
      python.append("    ").append(Quoted.text(api)).append(": ").append(path).append(",\n");
    }
    python.append("}\nLOADS = {  # API: seconds, and the requests per minute at each\n");
    for (Map.Entry<String, LoadCurve> part : shape.parts().entrySet()) {
      List<Segments.Point> points = Segments.of(part.getValue()).points();
      python.append("    ").append(Quoted.text(part.getKey())).append(": (\n        [");
      python.append(joined(points, point -> Long.toString(point.second()))).append("],\n        [");
      python.append(joined(points, point -> ShapeCsv.number(point.rpm()))).append("],\n    ),\n");
    }
    return python.append("}\n").append(CODE).toString();
  }

  private static String joined(List<Segments.Point> points, Function<Segments.Point, String> as) {
    return points.stream().map(as).collect(Collectors.joining(", "));
  }
}
