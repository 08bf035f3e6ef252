package dev.kickoff.deploy.house.broken.jobs.local;

import software.amazon.awssdk.services.autoscaling.AutoScalingClient;

/** The step between the forecast job and the AWS SDK. */
public record Wiring(AutoScalingClient client) {}
