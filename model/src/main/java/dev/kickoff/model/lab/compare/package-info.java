/** Whether one policy is better than another, how sure that is, and what would make it surer. */
@NullMarked
package dev.kickoff.model.lab.compare;

import org.jspecify.annotations.NullMarked;
