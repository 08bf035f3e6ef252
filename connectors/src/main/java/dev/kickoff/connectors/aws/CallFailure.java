package dev.kickoff.connectors.aws;

import dev.kickoff.model.fleet.FleetException;
import dev.kickoff.model.fleet.FleetException.Kind;
import java.io.IOException;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.awscore.exception.AwsErrorDetails;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.core.exception.AbortedException;
import software.amazon.awssdk.core.exception.ApiCallAttemptTimeoutException;
import software.amazon.awssdk.core.exception.ApiCallTimeoutException;
import software.amazon.awssdk.core.exception.SdkException;

/**
 * A call on a group that failed, and what follows from how it failed.
 *
 * <p>Codes: <a
 * href="https://docs.aws.amazon.com/autoscaling/ec2/APIReference/CommonErrors.html">common
 * errors</a> of the Auto Scaling API.
 */
public record CallFailure(String group, String call, String region) {
  private static final int LONGEST = 160;
  private static final Set<String> DENIED =
      Set.of("AccessDenied", "AccessDeniedException", "UnauthorizedOperation", "NotAuthorized");
  private static final Set<String> NOT_SIGNED_IN =
      Set.of(
          "AuthFailure",
          "ExpiredToken",
          "ExpiredTokenException",
          "IncompleteSignature",
          "InvalidClientTokenId",
          "MissingAuthenticationToken",
          "OptInRequired",
          "SignatureDoesNotMatch",
          "UnrecognizedClientException");
  private static final Set<String> PASSING =
      Set.of("ScalingActivityInProgress", "ResourceContention", "RequestExpired");

  static FleetException noSuchGroup(String group, String region) {
    return new FleetException(
        Kind.MISCONFIGURED,
        "no Auto Scaling group '%s' in %s; set group and aws.region to a group that exists"
            .formatted(group, region));
  }

  /** The failure as callers know it. */
  public FleetException classify(SdkException failure) {
    return failure instanceof AwsServiceException answer ? answered(answer) : unanswered(failure);
  }

  private FleetException answered(AwsServiceException answer) {
    AwsErrorDetails details = answer.awsErrorDetails();
    String code = details == null ? "" : String.valueOf(details.errorCode());
    String text = details == null ? "" : String.valueOf(details.errorMessage());
    String said = "%d %s: %s".formatted(answer.statusCode(), code, text);
    if (text.startsWith("AutoScalingGroup name not found")) {
      return noSuchGroup(group, region);
    }
    if (answer.isThrottlingException() || answer.statusCode() >= 500 || isPassing(code)) {
      return failed(Kind.TRANSIENT, said + "; tried again later", answer);
    }
    if (DENIED.contains(code)) {
      String remedy =
          text.contains("sts:AssumeRole")
              ? "; let the credentials of this process assume that role"
              : "; the role needs autoscaling:" + call + " on this group";
      return failed(Kind.REFUSED, said + remedy, answer);
    }
    if (NOT_SIGNED_IN.contains(code)) {
      return failed(Kind.MISCONFIGURED, said + "; check the AWS credentials", answer);
    }
    return failed(Kind.REFUSED, said, answer);
  }

  private static boolean isPassing(String code) {
    return PASSING.contains(code.replaceFirst("(Fault|Exception)$", ""));
  }

  private FleetException unanswered(SdkException failure) {
    boolean network =
        failure instanceof ApiCallTimeoutException
            || failure instanceof ApiCallAttemptTimeoutException
            || failure instanceof AbortedException
            || isCausedByNetwork(failure);
    return network
        ? failed(Kind.TRANSIENT, "no answer (" + brief(failure) + "); tried again later", failure)
        : failed(
            Kind.MISCONFIGURED,
            "could not be sent (" + brief(failure) + "); check the AWS credentials and region",
            failure);
  }

  /** The SDK lists all that it tried; the whole of it stays with the cause. */
  private static String brief(SdkException failure) {
    String text = String.valueOf(failure.getMessage());
    return text.length() <= LONGEST ? text : text.substring(0, LONGEST - 3) + "...";
  }

  private static boolean isCausedByNetwork(Throwable failure) {
    for (@Nullable Throwable cause = failure.getCause(); cause != null; cause = cause.getCause()) {
      if (cause instanceof IOException) {
        return true;
      }
    }
    return false;
  }

  private FleetException failed(Kind kind, String why, SdkException failure) {
    return new FleetException(
        kind, "group '%s' in %s: %s failed: %s".formatted(group, region, call, why), failure);
  }
}
