package dev.kickoff.connectors.cloudwatch;

import dev.kickoff.model.demand.source.MetricSourceException;
import dev.kickoff.model.demand.source.MetricSourceException.Kind;
import java.net.URI;
import java.time.Duration;
import java.util.Optional;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.awscore.retry.AwsRetryStrategy;
import software.amazon.awssdk.core.exception.SdkClientException;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.cloudwatch.CloudWatchClient;
import software.amazon.awssdk.services.cloudwatch.CloudWatchClientBuilder;
import software.amazon.awssdk.services.sts.StsClient;
import software.amazon.awssdk.services.sts.StsClientBuilder;
import software.amazon.awssdk.services.sts.auth.StsAssumeRoleCredentialsProvider;

/**
 * Makes the clients that {@link CloudWatchMetrics} calls through: three tries a call, standard
 * retries, and an overall limit on the time a call may take, its retries included.
 */
public final class CloudWatchClients {
  private static final int TRIES = 3;
  private static final Duration CONNECT_TIMEOUT = Duration.ofSeconds(2);
  private static final Duration CALL_TIMEOUT = Duration.ofSeconds(30);

  private CloudWatchClients() {}

  /**
   * A client of the real service, with the credentials of the default provider chain.
   *
   * @param region such as {@code eu-west-3}; empty takes the default provider chain's
   * @param role the ARN of a role that is assumed for every call; empty assumes none
   * @throws MetricSourceException MISCONFIGURED when no region is configured
   */
  public static CloudWatchClient real(Optional<String> region, Optional<String> role) {
    try {
      CloudWatchClientBuilder builder = builder();
      region.map(Region::of).ifPresent(builder::region);
      role.map(arn -> assumed(arn, region)).ifPresent(builder::credentialsProvider);
      return builder.build();
    } catch (SdkClientException e) {
      throw new MetricSourceException(
          Kind.MISCONFIGURED, "no AWS region is configured; name one, or set AWS_REGION", e);
    }
  }

  private static StsAssumeRoleCredentialsProvider assumed(String role, Optional<String> region) {
    StsClientBuilder sts =
        StsClient.builder()
            .httpClientBuilder(
                UrlConnectionHttpClient.builder()
                    .connectionTimeout(CONNECT_TIMEOUT)
                    .socketTimeout(CALL_TIMEOUT));
    region.map(Region::of).ifPresent(sts::region);
    return StsAssumeRoleCredentialsProvider.builder()
        .stsClient(sts.build())
        .refreshRequest(request -> request.roleArn(role).roleSessionName("kickoff-collect"))
        .build();
  }

  /** A client of an endpoint that verifies no signature. */
  public static CloudWatchClient at(URI endpoint) {
    return builder()
        .endpointOverride(endpoint)
        .region(Region.US_EAST_1)
        .credentialsProvider(
            StaticCredentialsProvider.create(AwsBasicCredentials.create("simulated", "simulated")))
        .build();
  }

  private static CloudWatchClientBuilder builder() {
    return CloudWatchClient.builder()
        .httpClientBuilder(
            UrlConnectionHttpClient.builder()
                .connectionTimeout(CONNECT_TIMEOUT)
                .socketTimeout(CALL_TIMEOUT))
        .overrideConfiguration(
            configuration ->
                configuration
                    .apiCallTimeout(CALL_TIMEOUT)
                    .retryStrategy(
                        AwsRetryStrategy.standardRetryStrategy().toBuilder()
                            .maxAttempts(TRIES)
                            .build()));
  }
}
