package dev.kickoff.deploy.house.broken.connectors.aws;

import software.amazon.awssdk.services.autoscaling.AutoScalingClient;

/** Keeps the rule on libraries: this is where the AWS SDK lives. */
public record Groups(AutoScalingClient client) {}
