/** The scaling policies that groups have, and the alarms that call them: read, never changed. */
@NullMarked
package dev.kickoff.connectors.aws.policy;

import org.jspecify.annotations.NullMarked;
