package dev.kickoff.model.capacity.split;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FleetSplitTest {
  private static final List<String> ZONES = List.of("a", "b", "c");

  private static HostPool pool(String name, double units, double share, int most) {
    return new HostPool(name, units, share, most, ZONES);
  }

  @Test
  void dealsAWantByShareAndCountsLargeHostsForMore() {
    List<HostPool> pools = List.of(pool("large", 4, 0.5, 100), pool("small", 1, 0.5, 100));
    FleetSplit split = FleetSplit.of(80, pools, 0);
    assertThat(split.hosts()).isEqualTo(Map.of("large", 10, "small", 40));
    assertThat(split.unplaced()).isZero();
    assertThat(split.byZone().get("large")).isEqualTo(Map.of("a", 4, "b", 3, "c", 3));
  }

  @Test
  void whatOnePoolCannotHaveGoesToTheNext() {
    List<HostPool> pools =
        List.of(pool("first", 1, 1, 10), pool("spare", 2, 0, 20), pool("last", 1, 0, 20));
    FleetSplit split = FleetSplit.of(40, pools, 0);
    assertThat(split.hosts()).isEqualTo(Map.of("first", 10, "spare", 15, "last", 0));
    assertThat(split.notes()).containsExactly("first: wanted 40, capped at 10");
  }

  @Test
  void aPoolThatIsRefusedGetsNothing() {
    List<HostPool> pools = List.of(pool("refused", 1, 1, 0), pool("other", 1, 1, 100));
    assertThat(FleetSplit.of(30, pools, 0).hosts()).isEqualTo(Map.of("refused", 0, "other", 30));
  }

  @Test
  void saysWhatNobodyCanHave() {
    FleetSplit split = FleetSplit.of(100, List.of(pool("only", 1, 1, 10)), 0);
    assertThat(split.placed()).isEqualTo(10);
    assertThat(split.unplaced()).isEqualTo(90);
    assertThat(split.notes()).containsExactly("only: wanted 100, capped at 10");
  }

  @Test
  void carriesTheWantWithoutAZone() {
    FleetSplit split = FleetSplit.of(20, List.of(pool("web", 1, 1, 100)), 1);
    assertThat(split.hosts()).isEqualTo(Map.of("web", 30));
    int fullest =
        split.byZone().get("web").values().stream().mapToInt(Integer::intValue).max().orElse(0);
    assertThat(30 - fullest).isEqualTo(20);
  }

  @ParameterizedTest(name = "seed {0}")
  @ValueSource(longs = {1, 2, 3, 4, 5})
  void moreUnitsNeverPlaceLessAndNothingIsLost(long seed) {
    Random random = new Random(seed);
    List<HostPool> pools =
        List.of(
            pool("x", 1 + random.nextInt(4), random.nextDouble(), random.nextInt(60)),
            pool("y", 1 + random.nextInt(4), random.nextDouble(), random.nextInt(60)),
            pool("z", 1 + random.nextInt(4), 0, random.nextInt(60)));
    double before = 0;
    for (double units = 0; units < 400; units += 7) {
      FleetSplit split = FleetSplit.of(units, pools, (int) (seed % 2));
      assertThat(split.placed() + split.unplaced()).isGreaterThanOrEqualTo(units - 1e-9);
      assertThat(split.placed()).isGreaterThanOrEqualTo(before - 4);
      assertThat(split.hosts().get("x")).isLessThanOrEqualTo(pools.get(0).most());
      before = split.placed();
    }
  }
}
