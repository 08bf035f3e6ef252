package dev.kickoff.connectors.aws;

import dev.kickoff.model.fleet.FleetException;
import java.net.URI;
import java.time.Duration;
import java.util.Optional;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.awscore.retry.AwsRetryStrategy;
import software.amazon.awssdk.core.exception.SdkClientException;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.autoscaling.AutoScalingClient;
import software.amazon.awssdk.services.autoscaling.AutoScalingClientBuilder;

/**
 * Makes the clients that {@link AutoScalingGroupFleet} calls through: three tries a call, standard
 * retries, and an overall limit on the time a call may take, its retries included.
 *
 * <p>A client is made once and used by many threads.
 */
public final class AutoScalingClients {
  /** How long a call may take with all its retries, in wall time. */
  public static final Duration CALL_TIMEOUT = Duration.ofSeconds(3);

  private static final int TRIES = 3;
  private static final Duration CONNECT_TIMEOUT = Duration.ofSeconds(1);

  private AutoScalingClients() {}

  /**
   * A client of the real service, with the credentials of the default provider chain.
   *
   * @param region such as {@code eu-west-3}; empty takes the default provider chain's
   * @throws FleetException MISCONFIGURED when no region is configured
   */
  public static AutoScalingClient real(Optional<String> region, Duration callTimeout) {
    AutoScalingClientBuilder builder = builder(callTimeout);
    region.map(Region::of).ifPresent(builder::region);
    try {
      return builder.build();
    } catch (SdkClientException e) {
      throw new FleetException(
          FleetException.Kind.MISCONFIGURED,
          "no AWS region is configured; name one, or set AWS_REGION",
          e);
    }
  }

  /** A client of an endpoint that verifies no signature, such as the simulator. */
  public static AutoScalingClient simulated(URI endpoint, Duration callTimeout) {
    return builder(callTimeout)
        .endpointOverride(endpoint)
        .region(Region.US_EAST_1)
        .credentialsProvider(
            StaticCredentialsProvider.create(AwsBasicCredentials.create("simulated", "simulated")))
        .build();
  }

  private static AutoScalingClientBuilder builder(Duration callTimeout) {
    return AutoScalingClient.builder()
        .httpClientBuilder(
            UrlConnectionHttpClient.builder()
                .connectionTimeout(CONNECT_TIMEOUT)
                .socketTimeout(callTimeout))
        .overrideConfiguration(
            configuration ->
                configuration
                    .apiCallTimeout(callTimeout)
                    .retryStrategy(
                        AwsRetryStrategy.standardRetryStrategy().toBuilder()
                            .maxAttempts(TRIES)
                            .build()));
  }
}
