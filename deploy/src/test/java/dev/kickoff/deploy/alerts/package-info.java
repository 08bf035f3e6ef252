/** The alerts, their runbook and the script beside it, against the engine that they are about. */
@NullMarked
package dev.kickoff.deploy.alerts;

import org.jspecify.annotations.NullMarked;
