package dev.kickoff.jobs.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.kickoff.connectors.MetricsRead;
import dev.kickoff.connectors.ical.OccurrenceWindow;
import dev.kickoff.model.demand.Service;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class InputsTest {
  private static final String TWO =
      """
      timestamp,service,value
      2024-06-01T12:00Z,shop,1
      2024-06-01T12:01Z,shop,1
      2024-06-01T12:00Z,api,1
      2024-06-01T12:01Z,api,1
      """;

  @TempDir Path folder;

  private Path write(String name, String text) throws IOException {
    return Files.writeString(folder.resolve(name), text);
  }

  private FleetSettings fleet(String service) throws IOException {
    return Inputs.fleet(
        write(
            "fleet.yaml",
            service
                + "group: g\nhosts: {min: 1, max: 9}\n"
                + "capacity: {rpmPerHost: 100}\nleadTime: {minutes: 3}\n"));
  }

  private MetricsRead metrics(String text) throws IOException {
    return Inputs.metrics(write("m.csv", text), ZoneOffset.UTC, FleetFile.DEFAULT_SERVICE);
  }

  @Test
  void readsACalendarByItsExtension() throws IOException {
    Path ics =
        write(
            "c.ICS",
            "BEGIN:VCALENDAR\nBEGIN:VEVENT\nUID:1\nDTSTART;VALUE=DATE:20240714\n"
                + "END:VEVENT\nEND:VCALENDAR\n");
    Path csv = write("c.csv", "start,end,title,category\n2024-07-14,2024-07-15,Fete,holiday\n");

    assertThat(Inputs.calendar(ics, ZoneOffset.UTC, OccurrenceWindow.ALL).events()).hasSize(1);
    assertThat(Inputs.calendar(csv, ZoneOffset.UTC, OccurrenceWindow.ALL).events()).hasSize(1);
  }

  @Test
  void settlesOnTheServiceThatTheFleetNames() throws IOException {
    FleetSettings settled = Inputs.settle(fleet("service: api\n"), metrics(TWO), Path.of("m.csv"));

    assertThat(settled.group().service()).isEqualTo(new Service("api"));
  }

  @Test
  void settlesOnTheOnlyServiceOfTheMetrics() throws IOException {
    String one = TWO.lines().limit(3).reduce("", (a, b) -> a + b + "\n");

    FleetSettings settled = Inputs.settle(fleet(""), metrics(one), Path.of("m.csv"));

    assertThat(settled.group().service()).isEqualTo(new Service("shop"));
  }

  @Test
  void failsWhereNoServiceCanBeSettledOn() throws IOException {
    assertThatThrownBy(() -> Inputs.settle(fleet(""), metrics(TWO), Path.of("m.csv")))
        .hasMessage(
            "m.csv: has 2 services and the fleet names none; add service: shop to the fleet file");
    assertThatThrownBy(
            () -> Inputs.settle(fleet("service: shpo\n"), metrics(TWO), Path.of("m.csv")))
        .hasMessage("m.csv: has no service 'shpo'; did you mean 'shop'?");
  }
}
