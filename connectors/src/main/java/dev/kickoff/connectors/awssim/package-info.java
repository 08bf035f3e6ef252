/** An endpoint that speaks the EC2 Auto Scaling protocol over simulated groups. */
@NullMarked
package dev.kickoff.connectors.awssim;

import org.jspecify.annotations.NullMarked;
