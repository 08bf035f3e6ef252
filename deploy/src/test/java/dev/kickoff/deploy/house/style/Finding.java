package dev.kickoff.deploy.house.style;

/**
 * One place that breaks a rule.
 *
 * @param place {@code path:line}, or the path of a file or folder
 * @param what what was found there
 */
record Finding(StyleRule rule, String place, String what) {
  @Override
  public String toString() {
    return place + ": " + what;
  }
}
