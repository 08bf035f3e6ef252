package dev.kickoff.connectors.aws;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kickoff.connectors.aws.QuotaReader.Quota;
import java.io.IOException;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(OurKeys.class)
class QuotaReaderTest {
  private StubService service;
  private QuotaReader reader;

  @BeforeEach
  void start() throws IOException {
    service = new StubService();
    reader = new QuotaReader(service.door(), Duration.ofSeconds(10));
  }

  @AfterEach
  void stop() {
    service.close();
  }

  @Test
  void aQuotaIsReadWithASignedCall() {
    service.answersAll(200, "{\"Quota\":{\"QuotaCode\":\"L-1216C47A\",\"Value\":1152.0}}");
    Quota quota = reader.read(QuotaReader.STANDARD_VCPUS);
    assertThat(quota.value()).hasValue(1152);
    assertThat(quota.reason()).isEqualTo("Service Quotas, L-1216C47A");
    assertThat(reader.hosts(10).value()).as("whole hosts").hasValue(115);
    assertThat(reader.hosts(10).reason())
        .isEqualTo("1152 vCPUs at 10 a host (Service Quotas, L-1216C47A)");
    assertThat(service.requests().subList(0, 1))
        .containsExactly("{\"ServiceCode\":\"ec2\",\"QuotaCode\":\"L-1216C47A\"}");
    assertThat(service.signatures().get(0))
        .contains("Credential=OURKEY/", "/eu-west-3/servicequotas/aws4_request");
  }

  @Test
  void aRoleThatMayNotReadQuotasLeavesItToTheConfiguration() {
    service.answersAll(400, "{\"__type\":\"AccessDeniedException\"}");
    Quota quota = reader.read(QuotaReader.STANDARD_VCPUS);
    assertThat(quota.value()).isEmpty();
    assertThat(quota.reason()).contains("AccessDeniedException", "set limits.quota instead");
  }

  @Test
  void anAnswerThatIsNoQuotaIsUnknown() {
    service.answersAll(200, "{}");
    assertThat(reader.read("L-0").value()).isEmpty();
    service.answersAll(200, "<html>");
    assertThat(reader.read("L-0").value()).isEmpty();
  }

  @Test
  void aServiceOutOfReachIsUnknownAndNoFailure() {
    service.close();
    assertThat(reader.read(QuotaReader.STANDARD_VCPUS).reason()).contains("is not known (");
  }
}
