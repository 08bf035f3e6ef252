/** The capacity lab: what is known of a load and of a host before a policy is tried on them. */
@NullMarked
package dev.kickoff.model.lab;

import org.jspecify.annotations.NullMarked;
