/** Real groups of hosts, through the AWS SDK. */
@NullMarked
package dev.kickoff.connectors.aws;

import org.jspecify.annotations.NullMarked;
