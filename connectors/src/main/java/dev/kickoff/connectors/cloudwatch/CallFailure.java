package dev.kickoff.connectors.cloudwatch;

import dev.kickoff.model.demand.source.MetricSourceException;
import dev.kickoff.model.demand.source.MetricSourceException.Kind;
import java.io.IOException;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.awscore.exception.AwsErrorDetails;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.core.exception.ApiCallAttemptTimeoutException;
import software.amazon.awssdk.core.exception.ApiCallTimeoutException;
import software.amazon.awssdk.core.exception.SdkException;

/** What follows from how a call of CloudWatch failed. */
final class CallFailure {
  private static final int LONGEST = 200;
  private static final Set<String> DENIED =
      Set.of("AccessDenied", "AccessDeniedException", "UnauthorizedOperation", "NotAuthorized");

  private CallFailure() {}

  static MetricSourceException classify(SdkException failure, String region) {
    String where = "CloudWatch in " + region + ": ";
    if (failure instanceof AwsServiceException answer) {
      AwsErrorDetails details = answer.awsErrorDetails();
      String code = details == null ? "" : String.valueOf(details.errorCode());
      String text = details == null ? "" : String.valueOf(details.errorMessage());
      String said = where + answer.statusCode() + " " + code + ": " + text;
      if (answer.isThrottlingException() || answer.statusCode() >= 500) {
        return failed(Kind.TRANSIENT, said + "; asked again later", answer);
      }
      return DENIED.contains(code)
          ? failed(Kind.REFUSED, said + "; the role needs cloudwatch:GetMetricData", answer)
          : failed(Kind.MISCONFIGURED, said + "; check the query and the credentials", answer);
    }
    return isNetwork(failure)
        ? failed(Kind.TRANSIENT, where + "no answer (" + brief(failure) + ")", failure)
        : failed(
            Kind.MISCONFIGURED,
            where + "could not be asked (" + brief(failure) + "); check the AWS credentials",
            failure);
  }

  private static boolean isNetwork(SdkException failure) {
    if (failure instanceof ApiCallTimeoutException
        || failure instanceof ApiCallAttemptTimeoutException) {
      return true;
    }
    for (@Nullable Throwable cause = failure.getCause(); cause != null; cause = cause.getCause()) {
      if (cause instanceof IOException) {
        return true;
      }
    }
    return false;
  }

  private static String brief(SdkException failure) {
    String text = String.valueOf(failure.getMessage());
    return text.length() <= LONGEST ? text : text.substring(0, LONGEST - 3) + "...";
  }

  private static MetricSourceException failed(Kind kind, String what, SdkException failure) {
    return new MetricSourceException(kind, what, failure);
  }
}
