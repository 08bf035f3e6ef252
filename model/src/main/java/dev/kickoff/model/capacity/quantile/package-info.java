/** How much of an uncertain demand to plan for, fixed or by what hosts and shortages cost. */
@NullMarked
package dev.kickoff.model.capacity.quantile;

import org.jspecify.annotations.NullMarked;
