/** What differs between instance types: how much each carries, and whose processor is on credit. */
@NullMarked
package dev.kickoff.model.lab.profile.type;

import org.jspecify.annotations.NullMarked;
