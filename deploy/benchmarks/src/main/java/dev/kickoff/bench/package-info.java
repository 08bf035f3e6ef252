/** JMH benchmarks of forecasting and learning, on one made-up service. */
@NullMarked
package dev.kickoff.bench;

import org.jspecify.annotations.NullMarked;
