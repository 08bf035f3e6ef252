/** Orders: given, listed, ended, taken back, and freezes resumed. */
@NullMarked
package dev.kickoff.jobs.api.write.order;

import org.jspecify.annotations.NullMarked;
