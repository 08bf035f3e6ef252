package dev.kickoff.connectors.csv.activity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.kickoff.connectors.InputException;
import dev.kickoff.model.lab.twin.reality.Launch;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ActivitiesFileTest {
  private static final String HEADER = "requested_at,in_service_at,hosts\n";
  private static final String AWS =
      """
      {"Activities": [
        {"ActivityId": "3", "Description": "Terminating EC2 instance: i-3",
         "StartTime": "2024-06-01T19:00:00Z", "StatusCode": "Successful"},
        {"ActivityId": "2", "Description": "Launching a new EC2 instance: i-2",
         "Cause": "At 2024-06-01T18:19:00Z a user request explicitly set group desired capacity",
         "StartTime": "2024-06-01T18:20:02.123000+00:00", "EndTime": "2024-06-01T18:23:40+00:00",
         "StatusCode": "Successful", "Progress": 100, "Tags": [{"Key": "a"}]},
        {"ActivityId": "1", "Description": "Launching a new EC2 instance: i-1",
         "Cause": "At 2024-06-01T18:08:00Z a monitor alarm high in state ALARM triggered policy up",
         "StartTime": "2024-06-01T18:08:02Z", "EndTime": "2024-06-01T18:11:40Z",
         "StatusCode": "Successful"},
        {"ActivityId": "0", "Description": "Launching a new EC2 instance.  Status Reason: none",
         "Cause": "alarm", "StartTime": "2024-06-01T18:08:02Z", "StatusCode": "Failed"}
      ]}
      """;

  @TempDir private Path folder;

  private Path file(String text) throws IOException {
    return Files.writeString(folder.resolve("activities"), text);
  }

  private static Launch launch(String requested, String inService, int hosts, boolean byAlarm) {
    return new Launch(Instant.parse(requested), Instant.parse(inService), hosts, byAlarm);
  }

  @Test
  void readsLaunchesFromCsv() throws IOException {
    Path file = file(HEADER + "2024-06-01T18:08:00Z,2024-06-01T18:11:30Z,2\n");
    ActivitiesRead read = ActivitiesFile.read(file, ZoneOffset.UTC);
    assertThat(read.launches())
        .containsExactly(launch("2024-06-01T18:08:00Z", "2024-06-01T18:11:30Z", 2, true));
    assertThat(read.notes()).isEmpty();
  }

  @Test
  void readsWhatAwsPrintsAndSaysWhatItLeftOut() throws IOException {
    ActivitiesRead read = ActivitiesFile.read(file(AWS), ZoneOffset.UTC);
    assertThat(read.launches())
        .containsExactly(
            launch("2024-06-01T18:08:02Z", "2024-06-01T18:11:40Z", 1, true),
            launch("2024-06-01T18:20:02.123Z", "2024-06-01T18:23:40Z", 1, false));
    assertThat(read.notes())
        .satisfiesExactly(
            note -> assertThat(note).endsWith("1 launches that are Failed left out"),
            note -> assertThat(note).endsWith("1 terminations left out"));
  }

  @Test
  void everyWrongCellIsNamedWithItsPlace() throws IOException {
    Path file =
        file(
            HEADER
                + "yesterday,2024-06-01T18:11:30Z,2\n"
                + "2024-06-01T18:12:00Z,2024-06-01T18:11:30Z,2\n"
                + "2024-06-01T18:08:00Z,2024-06-01T18:11:30Z,-2\n");
    assertThatThrownBy(() -> ActivitiesFile.read(file, ZoneOffset.UTC))
        .isInstanceOf(InputException.class)
        .hasMessageContainingAll(
            "activities:2:1: 'yesterday' is not a timestamp",
            "activities:3:22: in service at 2024-06-01T18:11:30Z, before it was asked for",
            "activities:4:43: hosts '-2' is not a number of launched hosts");
  }

  @Test
  void wrongJsonIsNamedWithItsPlace() throws IOException {
    Path noTime = file("{\"Activities\":\n [{\"Description\":\"Launching a host\"}]}");
    assertThatThrownBy(() -> ActivitiesFile.read(noTime, ZoneOffset.UTC))
        .hasMessageContaining("activities:2:3: the launch has no StartTime");
    Path badTime = file(AWS.replace("\"2024-06-01T18:11:40Z\"", "\"soon\""));
    assertThatThrownBy(() -> ActivitiesFile.read(badTime, ZoneOffset.UTC))
        .hasMessageContaining("activities:10:52: 'soon' is not a timestamp");
    Path cut = file("{\"Activities\": [{\"Descr");
    assertThatThrownBy(() -> ActivitiesFile.read(cut, ZoneOffset.UTC))
        .hasMessageContaining("is not JSON");
    Path other = file("{\"Groups\": []}");
    assertThatThrownBy(() -> ActivitiesFile.read(other, ZoneOffset.UTC))
        .hasMessageContaining("activities:1: has no list \"Activities\"");
  }
}
