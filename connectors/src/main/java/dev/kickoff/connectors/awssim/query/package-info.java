/** Requests and replies of the AWS query protocol: forms in, XML out. */
@NullMarked
package dev.kickoff.connectors.awssim.query;

import org.jspecify.annotations.NullMarked;
