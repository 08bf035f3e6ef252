package dev.kickoff.jobs.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SharedFleetsTest {
  @TempDir private Path folder;

  private Path file(String name, String service, String group, String rest) throws IOException {
    return Files.writeString(
        folder.resolve(name),
        """
        service: %s
        group: %s
        hosts: {min: 2, max: 400}
        capacity: {rpmPerHost: 1000}
        leadTime: {minutes: 10}
        """
                .formatted(service, group)
            + rest);
  }

  private static List<Integer> hostsFor(double demand, List<Path> files) {
    return SharedFleets.read(files).stream()
        .map(fleet -> fleet.group().profile().hostsFor(demand))
        .toList();
  }

  @Test
  void eachGroupCarriesThePartOfTheDemandThatItsShareSays() throws IOException {
    Path a = file("a.yaml", "web", "web-a", "share: 60\n");
    Path b = file("b.yaml", "web", "web-b", "share: 20\n");
    Path c = file("c.yaml", "web", "web-c", "");
    assertThat(hostsFor(80_000, List.of(a, b))).containsExactly(60, 20);
    assertThat(hostsFor(81_000, List.of(a, b, c))).containsExactly(60, 20, 1);
    assertThat(hostsFor(80_000, List.of(a))).as("alone it carries all").containsExactly(80);
  }

  @Test
  void whatAGroupCannotHaveTheOthersTakeOverInTheirOrder() throws IOException {
    Path a = file("a.yaml", "web", "web-a", "share: 60\nlimits: {quota: 10}\n");
    Path b = file("b.yaml", "web", "web-b", "share: 20\nlimits: {tested: 50}\n");
    Path c = file("c.yaml", "web", "web-c", "share: 20\n");
    assertThat(hostsFor(15_000, List.of(a, b, c))).as("there is room").containsExactly(9, 3, 3);
    assertThat(hostsFor(50_000, List.of(a, b, c)))
        .as("a wants 30 and has 10; b takes what it lacks")
        .containsExactly(30, 30, 10);
    assertThat(hostsFor(100_000, List.of(a, b, c)))
        .as("b wants 70 and has 50; c takes the rest")
        .containsExactly(60, 70, 40);
    assertThat(hostsFor(50_000, List.of(a, c, b))).containsExactly(30, 30, 10);
  }

  @Test
  void fleetsOfSeveralServicesShareOnlyTheirOwn() throws IOException {
    FleetSettings web = FleetFile.read(file("a.yaml", "web", "web-a", "share: 60\n"));
    FleetSettings shop = FleetFile.read(file("b.yaml", "shop", "shop-a", "share: 20\n"));
    assertThat(SharedFleets.of(List.of(web, shop)))
        .extracting(fleet -> fleet.group().profile().shareOfDemand())
        .containsExactly(1.0, 1.0);
  }

  @Test
  void aControllerHasOneServiceAndEachGroupOnce() throws IOException {
    Path a = file("a.yaml", "web", "web-a", "");
    Path b = file("b.yaml", "web", "web-a", "");
    Path c = file("c.yaml", "shop", "web-c", "");
    Path d = file("d.yaml", "web", "web-d", "shares: 2\n");
    assertThatThrownBy(() -> SharedFleets.read(List.of(a, b, c)))
        .hasMessage(
            b
                + ": group 'web-a' is the group of "
                + a
                + " too; name each group once\n"
                + c
                + ": service 'shop' is not 'web', the one of "
                + a
                + "; start a controller for each service");
    assertThatThrownBy(() -> SharedFleets.read(List.of(a, d)))
        .hasMessage(d + ":6:1: shares is an unknown key; did you mean 'share'?");
  }
}
