/** Metrics that CloudWatch keeps, through the AWS SDK. */
@NullMarked
package dev.kickoff.connectors.cloudwatch;

import org.jspecify.annotations.NullMarked;
