package dev.kickoff.connectors.aws;

import dev.kickoff.model.fleet.FleetException;
import java.time.Duration;
import java.util.function.Function;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.autoscaling.AutoScalingClient;

/**
 * Makes calls on groups: those that change something within the budget, and failures classified.
 */
final class AwsCalls implements AutoCloseable {
  private final AutoScalingClient client;
  private final CallBudget budget;
  private final Duration longestWait;

  /**
   * Calls through a client.
   *
   * @param client closed with this
   */
  AwsCalls(AutoScalingClient client, CallBudget budget) {
    this.client = client;
    this.budget = budget;
    this.longestWait =
        client
            .serviceClientConfiguration()
            .overrideConfiguration()
            .apiCallTimeout()
            .orElse(AutoScalingClients.CALL_TIMEOUT);
  }

  /** Makes a call that changes nothing. */
  <T> T read(String group, String name, Function<AutoScalingClient, T> call) {
    try {
      return call.apply(client);
    } catch (SdkException e) {
      throw new CallFailure(group, name, region()).classify(e);
    }
  }

  /** Makes a call that changes something, when its turn has come. */
  <T> T change(String group, String name, Function<AutoScalingClient, T> call) {
    budget.take(longestWait);
    return read(group, name, call);
  }

  FleetException noSuchGroup(String group) {
    return CallFailure.noSuchGroup(group, region());
  }

  String region() {
    return client.serviceClientConfiguration().region().id();
  }

  @Override
  public void close() {
    client.close();
  }
}
