package dev.kickoff.jobs.lab.export;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

class CloudFormationTest {
  private static final ObjectMapper JSON = new ObjectMapper();

  @TempDir Path folder;

  private static List<String> problems(JsonNode template) throws Exception {
    try (InputStream schema =
        Objects.requireNonNull(
            CloudFormationTest.class.getResourceAsStream("cloudformation.schema.json"))) {
      JsonSchema validator =
          JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V7).getSchema(schema);
      return validator.validate(template).stream().map(Object::toString).toList();
    }
  }

  private Stream<AwsPlan> plans() {
    return Stream.of(
        Plans.source(folder),
        Plans.plan(folder, "web, \"one\": #1", Plans.FIVE_MINUTES, Plans.COOLDOWN, Plans.SCALE_IN),
        Plans.plan(folder, "2010-01-01", Plans.FIVE_MINUTES, "rearm: warm-up"),
        Plans.plan(folder, "yes", "alarm: {minutes: 3.5}", "rearm: after-boot"));
  }

  @Test
  void templatesKeepToTheSchemaOfTheirResources() throws Exception {
    for (AwsPlan plan : plans().toList()) {
      assertThat(problems(JSON.readTree(CloudFormation.json(plan)))).as(plan.group()).isEmpty();
    }
  }

  /** Otherwise the test above would say nothing. */
  @Test
  void theSchemaRefusesWhatCloudFormationWould() throws Exception {
    JsonNode template = JSON.readTree(CloudFormation.json(Plans.source(folder)));
    ObjectNode alarm = (ObjectNode) template.at("/Resources/ScaleOutAlarm/Properties");
    alarm.put("Period", 210);
    assertThat(problems(template)).isNotEmpty();
    alarm.put("Period", 300);
    assertThat(problems(template)).isEmpty();
    ((ObjectNode) template.at("/Resources/ScaleOutPolicy/Properties")).put("Cooldown", 300);
    assertThat(problems(template)).isNotEmpty();
  }

  @Test
  void yamlSaysTheSameAsJson() throws Exception {
    for (AwsPlan plan : plans().toList()) {
      Object read =
          new Yaml(new SafeConstructor(new LoaderOptions())).load(CloudFormation.yaml(plan));
      assertThat((JsonNode) JSON.valueToTree(read))
          .as(plan.group())
          .isEqualTo(JSON.readTree(CloudFormation.json(plan)));
    }
  }

  @Test
  void whatAwsCannotExpressStandsInBoth() throws Exception {
    AwsPlan plan = Plans.source(folder);
    assertThat(CloudFormation.yaml(plan)).contains("# Note: when an alarm's periods begin");
    assertThat(JSON.readTree(CloudFormation.json(plan)).at("/Metadata/Kickoff/Notes")).hasSize(2);
  }

  @Test
  void theAlarmCallsThePolicy() throws Exception {
    JsonNode template = JSON.readTree(CloudFormation.json(Plans.source(folder)));
    assertThat(template.at("/Resources/ScaleOutAlarm/Properties/AlarmActions/0/Ref").asText())
        .isEqualTo("ScaleOutPolicy");
    assertThat(template.at("/Resources/ScaleOutPolicy/Properties/ScalingAdjustment").asInt())
        .isEqualTo(2);
    assertThat(template.at("/Resources/ScaleOutAlarm/Properties/Threshold").asInt()).isEqualTo(15);
  }
}
