package dev.kickoff.connectors.aws;

import dev.kickoff.model.fleet.FleetDoor;
import dev.kickoff.model.fleet.FleetException;
import java.net.URI;
import java.time.Duration;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;
import software.amazon.awssdk.auth.credentials.DefaultCredentialsProvider;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.awscore.retry.AwsRetryStrategy;
import software.amazon.awssdk.core.exception.SdkClientException;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.autoscaling.AutoScalingClient;
import software.amazon.awssdk.services.autoscaling.AutoScalingClientBuilder;
import software.amazon.awssdk.services.sts.StsClient;
import software.amazon.awssdk.services.sts.StsClientBuilder;
import software.amazon.awssdk.services.sts.auth.StsAssumeRoleCredentialsProvider;

/**
 * Makes the clients that {@link AutoScalingGroupFleet} calls through: three tries a call, standard
 * retries, and an overall limit on the time a call may take, its retries included.
 *
 * <p>A client is made once and used by many threads.
 */
public final class AutoScalingClients {
  /** How long a call may take with all its retries, in wall time. */
  public static final Duration CALL_TIMEOUT = Duration.ofSeconds(3);

  private static final String SESSION = "kickoff";
  private static final int TRIES = 3;
  private static final Duration CONNECT_TIMEOUT = Duration.ofSeconds(1);

  private AutoScalingClients() {}

  /**
   * A client of the service behind a door, with the credentials of the default provider chain, or
   * of the door's role, which those may assume.
   *
   * @throws FleetException MISCONFIGURED when no region is configured
   */
  public static AutoScalingClient of(FleetDoor door, Duration callTimeout) {
    AutoScalingClientBuilder builder = builder(callTimeout);
    door.region().map(Region::of).ifPresent(builder::region);
    door.endpoint().ifPresent(builder::endpointOverride);
    try {
      return builder.credentialsProvider(credentials(door)).build();
    } catch (SdkClientException e) {
      throw new FleetException(
          FleetException.Kind.MISCONFIGURED,
          "no AWS region is configured; name one, or set AWS_REGION",
          e);
    }
  }

  /** The credentials of a door: its role's, or those of the default provider chain. */
  public static AwsCredentialsProvider credentials(FleetDoor door) {
    return door.roleArn().isPresent()
        ? assuming(door.roleArn().get(), door)
        : DefaultCredentialsProvider.builder().build();
  }

  /** Renews the role's credentials before they run out, when a call needs them. */
  private static StsAssumeRoleCredentialsProvider assuming(String role, FleetDoor door) {
    StsClientBuilder sts =
        StsClient.builder()
            .httpClientBuilder(
                UrlConnectionHttpClient.builder()
                    .connectionTimeout(CONNECT_TIMEOUT)
                    .socketTimeout(CALL_TIMEOUT));
    door.region().map(Region::of).ifPresent(sts::region);
    door.endpoint().ifPresent(sts::endpointOverride);
    return StsAssumeRoleCredentialsProvider.builder()
        .stsClient(sts.build())
        .refreshRequest(
            request -> {
              request.roleArn(role).roleSessionName(SESSION);
              door.externalId().ifPresent(request::externalId);
            })
        .build();
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
