package dev.kickoff.connectors.aws;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kickoff.model.fleet.FleetException;
import java.net.UnknownHostException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import software.amazon.awssdk.awscore.exception.AwsErrorDetails;
import software.amazon.awssdk.core.exception.AbortedException;
import software.amazon.awssdk.core.exception.ApiCallTimeoutException;
import software.amazon.awssdk.core.exception.SdkClientException;
import software.amazon.awssdk.services.autoscaling.model.AutoScalingException;

class CallFailureTest {
  private final CallFailure failure = new CallFailure("web", "Describe", "eu-west-3");

  @ParameterizedTest
  @CsvSource({
    "400, Throttling, TRANSIENT",
    "400, ThrottlingException, TRANSIENT",
    "400, RequestLimitExceeded, TRANSIENT",
    "429, TooManyRequestsException, TRANSIENT",
    "500, InternalFailure, TRANSIENT",
    "502, '', TRANSIENT",
    "400, ResourceContention, TRANSIENT",
    "400, ResourceContentionFault, TRANSIENT",
    "400, ScalingActivityInProgressFault, TRANSIENT",
    "400, RequestExpired, TRANSIENT",
    "400, ValidationError, REFUSED",
    "400, LimitExceeded, REFUSED",
    "400, InvalidAction, REFUSED",
    "403, UnauthorizedOperation, REFUSED",
    "403, AccessDeniedException, REFUSED",
    "403, ExpiredToken, MISCONFIGURED",
    "403, InvalidClientTokenId, MISCONFIGURED",
    "403, SignatureDoesNotMatch, MISCONFIGURED",
  })
  void anAnswerIsClassifiedByItsCode(int status, String code, FleetException.Kind kind) {
    AwsErrorDetails details =
        AwsErrorDetails.builder().errorCode(code).errorMessage("said so").build();
    FleetException classified =
        failure.classify(
            AutoScalingException.builder().statusCode(status).awsErrorDetails(details).build());
    assertThat(classified.kind()).isEqualTo(kind);
    assertThat(classified)
        .hasMessageStartingWith(
            "group 'web' in eu-west-3: Describe failed: " + status + " " + code + ": said so");
  }

  @Test
  void anAnswerWithoutDetailsIsClassifiedByItsStatus() {
    assertThat(failure.classify(AutoScalingException.builder().statusCode(503).build()).kind())
        .isEqualTo(FleetException.Kind.TRANSIENT);
  }

  @Test
  void missingCredentialsAreAMatterOfConfiguration() {
    FleetException classified =
        failure.classify(SdkClientException.create("Unable to load credentials"));
    assertThat(classified.kind()).isEqualTo(FleetException.Kind.MISCONFIGURED);
    assertThat(classified)
        .hasMessage(
            "group 'web' in eu-west-3: Describe failed: could not be sent"
                + " (Unable to load credentials); check the AWS credentials and region");
  }

  @Test
  void whatTheNetworkLostIsTriedAgain() {
    assertThat(kindOf(SdkClientException.create("no", new UnknownHostException("x"))))
        .isEqualTo(FleetException.Kind.TRANSIENT);
    assertThat(kindOf(ApiCallTimeoutException.create(3000)))
        .isEqualTo(FleetException.Kind.TRANSIENT);
    assertThat(kindOf(AbortedException.create("interrupted")))
        .isEqualTo(FleetException.Kind.TRANSIENT);
  }

  private FleetException.Kind kindOf(SdkClientException lost) {
    return failure.classify(lost).kind();
  }
}
