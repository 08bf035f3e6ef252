package dev.kickoff.model.fleet;

/** The one door through which a group of hosts is read and changed. */
public interface Fleet {
  /**
   * The group as it is now.
   *
   * @throws FleetException when it cannot be read
   */
  FleetState describe(String group);

  /**
   * Sets the group's floor, and its desired capacity where asked, then reads the group back.
   *
   * @throws FleetException when the change was not accepted or could not be read back
   */
  ScaleReceipt scale(ScaleRequest request);
}
