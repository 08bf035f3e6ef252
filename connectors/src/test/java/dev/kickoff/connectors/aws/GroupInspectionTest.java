package dev.kickoff.connectors.aws;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.InstantSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(OurKeys.class)
class GroupInspectionTest {
  private StubService service;

  @BeforeEach
  void start() throws IOException {
    service = new StubService();
    service.describes(2, 400, 10);
  }

  @AfterEach
  void stop() {
    service.close();
  }

  private GroupInspection look(String group) {
    return GroupInspection.of(service.door(), group, InstantSource.system());
  }

  @Test
  void aGroupIsReadAndNothingOfItIsChanged() {
    GroupInspection seen = look("web");
    assertThat(seen.troubles()).isEmpty();
    assertThat(seen.state().orElseThrow().size().max()).isEqualTo(400);
    assertThat(service.requests()).isNotEmpty().allMatch(r -> r.startsWith("Action=Describe"));
  }

  @Test
  void everyPermissionThatIsMissingIsNamed() {
    String denied = StubService.failure("AccessDenied", "not authorized");
    service.answers("DescribeScheduledActions", denied);
    service.answers("DescribeScalingActivities", denied);
    service.answers("DescribeInstanceRefreshes", denied);
    assertThat(look("web").troubles())
        .extracting(Throwable::getMessage)
        .allMatch(said -> said.endsWith(" on this group"))
        .extracting(said -> said.replaceAll(".*(autoscaling:\\w+).*", "$1"))
        .containsExactly(
            "autoscaling:DescribeScheduledActions",
            "autoscaling:DescribeScalingActivities",
            "autoscaling:DescribeInstanceRefreshes");
  }

  @Test
  void aGroupThatIsNotThereIsNamedOnceWithTheRemedy() {
    GroupInspection seen = look("wbe");
    assertThat(seen.state()).isEmpty();
    assertThat(seen.troubles())
        .singleElement()
        .extracting(Throwable::getMessage)
        .isEqualTo(
            "no Auto Scaling group 'wbe' in eu-west-3;"
                + " set group and aws.region to a group that exists");
  }

  @Test
  void aRoleThatMayNotBeAssumedIsAMatterOfItsTrust() {
    String denied =
        StubService.failure("AccessDenied", "User x is not authorized to perform: sts:AssumeRole");
    service.answers("DescribeAutoScalingGroups", denied);
    assertThat(look("web").troubles())
        .singleElement()
        .extracting(Throwable::getMessage)
        .asString()
        .endsWith("; let the credentials of this process assume that role");
  }
}
