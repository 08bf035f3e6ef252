/** {@code kickoff override}: pins, floors and ceilings, listed, ended and undone. */
@NullMarked
package dev.kickoff.jobs.cli.operator.order;

import org.jspecify.annotations.NullMarked;
