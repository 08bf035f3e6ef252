package dev.kickoff.model.fleet;

import java.net.URI;
import java.util.Optional;

/**
 * Where and as whom groups are reached: one account, region and endpoint.
 *
 * @param region such as {@code eu-west-3}; empty takes the default provider chain's
 * @param roleArn the role that is assumed for these groups; empty acts as the process itself
 * @param externalId what the role's owner asks for when it is assumed; empty where nothing
 * @param endpoint in place of the real service; empty is the real service
 */
public record FleetDoor(
    Optional<String> region,
    Optional<String> roleArn,
    Optional<String> externalId,
    Optional<URI> endpoint) {
  /** The region and the credentials that the default provider chain finds. */
  public static final FleetDoor DEFAULT =
      new FleetDoor(Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());

  public FleetDoor {
    if (externalId.isPresent() && roleArn.isEmpty()) {
      throw new IllegalArgumentException(
          "an external id goes with a role; name the role's ARN, or leave the external id out");
    }
    roleArn.ifPresent(
        arn -> {
          if (!arn.matches("arn:[\\w-]+:iam::\\d{12}:role/.+")) {
            throw new IllegalArgumentException(
                "'%s' is no role; write arn:aws:iam::ACCOUNT:role/NAME".formatted(arn));
          }
        });
  }

  /** A region with the credentials that the default provider chain finds. */
  public static FleetDoor of(Optional<String> region) {
    return new FleetDoor(region, Optional.empty(), Optional.empty(), Optional.empty());
  }

  /** This door in another region or at another endpoint, where these are given. */
  public FleetDoor elsewhere(Optional<String> otherRegion, Optional<URI> otherEndpoint) {
    return new FleetDoor(
        otherRegion.or(() -> region), roleArn, externalId, otherEndpoint.or(() -> endpoint));
  }
}
