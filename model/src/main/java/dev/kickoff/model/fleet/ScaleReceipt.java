package dev.kickoff.model.fleet;

/**
 * What came of a {@link ScaleRequest}.
 *
 * @param requestId the id under which the fleet's owner logged the call
 * @param readBack the group as read after the call
 */
public record ScaleReceipt(String requestId, FleetState readBack) {}
