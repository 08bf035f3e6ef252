package dev.kickoff.model.control;

import java.time.Instant;
import java.util.OptionalDouble;

/**
 * How well a service answers, beside how much it is asked: the second signal.
 *
 * @param until end of the newest minute that was measured
 * @param errorShare failed requests over all requests, 0..1; empty where it is not measured
 * @param latencyRatio latency over its median of the last hour; 1 is as usual; empty where it is
 *     not measured
 * @param cpu mean CPU of the hosts, 0..1; empty where it is not measured
 */
public record ServiceHealth(
    Instant until, OptionalDouble errorShare, OptionalDouble latencyRatio, OptionalDouble cpu) {}
