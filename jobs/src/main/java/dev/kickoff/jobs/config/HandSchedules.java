package dev.kickoff.jobs.config;

import dev.kickoff.connectors.csv.ScheduleFile;
import dev.kickoff.model.fleet.ScheduledSize;
import dev.kickoff.model.simulation.policy.Contenders;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The files with sizes scheduled by hand that policies of a replay name. */
public final class HandSchedules {
  private HandSchedules() {}

  /**
   * What the files of {@code policies} hold, by file as it is named.
   *
   * @param zone the zone of times without an offset
   * @throws dev.kickoff.connectors.InputException when anything in one of them is wrong
   */
  public static Map<String, List<ScheduledSize>> read(List<String> policies, ZoneId zone) {
    Map<String, List<ScheduledSize>> schedules = new LinkedHashMap<>();
    for (String policy : policies) {
      Contenders.scheduleFile(policy)
          .ifPresent(file -> schedules.put(file, ScheduleFile.read(Path.of(file), zone)));
    }
    return schedules;
  }
}
