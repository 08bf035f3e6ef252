package dev.kickoff.jobs.lab.shape;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.kickoff.model.lab.LoadCurve;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A load for k6: one scenario an API with the executor {@code ramping-arrival-rate} and {@code
 * timeUnit} one minute, so that its targets are requests per minute, whole ones.
 */
final class K6File {
  private K6File() {}

  /** A script that k6 runs as it is. */
  static String script(Shape shape, double rpmPerUser) {
    StringBuilder script = new StringBuilder("// A load shape for k6: ");
    script.append(Quoted.comment(shape.source()));
    script.append(
        """
        .
        // Written by kickoff shape. Run it as it is:
        //
        //     k6 run -e TARGET=http://localhost:8080 THIS_FILE
        //
        // Requests of your own go into the function at the end.
        import exec from 'k6/execution';
        import http from 'k6/http';

        """);
    script.append("export const options = ").append(options(shape, rpmPerUser)).append(";\n\n");
    script.append("const target = __ENV.TARGET || 'http://localhost:8080';\nconst paths = {\n");
    for (String api : shape.parts().keySet()) {
      String path = Quoted.text(shape.path(api));
      script.append("  ").append(Quoted.text(api)).append(": ").append(path).append(",\n");
    }
    script.append("};\n\nexport default function () {\n");
    script.append("  const api = exec.scenario.name;\n");
    return script
        .append("  http.get(target + paths[api], { tags: { name: api } });\n}\n")
        .toString();
  }

  /** The options alone as JSON, for {@code k6 run --config FILE} with a script of one's own. */
  static String options(Shape shape, double rpmPerUser) {
    Map<String, Object> scenarios = new LinkedHashMap<>();
    shape.parts().forEach((api, load) -> scenarios.put(api, scenario(load, rpmPerUser)));
    DefaultPrettyPrinter lines =
        new DefaultPrettyPrinter().withObjectIndenter(new DefaultIndenter("  ", "\n"));
    try {
      return new ObjectMapper().writer(lines).writeValueAsString(Map.of("scenarios", scenarios));
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("a load cannot be written as JSON", e);
    }
  }

  private static Map<String, Object> scenario(LoadCurve load, double rpmPerUser) {
    List<Segments.Point> points = Segments.of(load).points();
    long users = Math.max(1, (long) Math.ceil(load.peak() / rpmPerUser));
    Map<String, Object> scenario = new LinkedHashMap<>();
    scenario.put("executor", "ramping-arrival-rate");
    scenario.put("timeUnit", "1m");
    scenario.put("startRate", Math.round(points.get(0).rpm()));
    scenario.put("preAllocatedVUs", users);
    scenario.put("maxVUs", 2 * users);
    List<Map<String, Object>> stages = new ArrayList<>();
    for (int i = 1; i < points.size(); i++) {
      Map<String, Object> stage = new LinkedHashMap<>();
      stage.put("duration", points.get(i).second() - points.get(i - 1).second() + "s");
      stage.put("target", Math.round(points.get(i).rpm()));
      stages.add(stage);
    }
    scenario.put("stages", stages);
    return scenario;
  }
}
