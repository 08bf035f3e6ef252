package dev.kickoff.model.capacity.split;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SpillTest {
  private static final int NO_LIMIT = Integer.MAX_VALUE;

  /** What each of these pools wants, none knowing a limit of its own. */
  private static List<Integer> wants(double units, HostPool... pools) {
    List<Integer> wants = new ArrayList<>();
    for (HostPool own : pools) {
      List<HostPool> seen = new ArrayList<>();
      for (HostPool pool : pools) {
        int most = pool == own ? NO_LIMIT : pool.most();
        seen.add(new HostPool(pool.name(), pool.unitsPerHost(), pool.share(), most));
      }
      wants.add(new Spill(own.name(), seen).hostsFor(units));
    }
    return wants;
  }

  private static HostPool pool(String name, double units, double share, int most) {
    return new HostPool(name, units, share, most);
  }

  @Test
  void eachHasItsShareAndLargeHostsCountForMore() {
    assertThat(wants(80, pool("large", 4, 0.5, 100), pool("small", 1, 0.5, 100)))
        .containsExactly(10, 40);
  }

  @Test
  void whatOneCannotHaveTheNextWithRoomTakesOver() {
    assertThat(wants(40, pool("a", 1, 2, 10), pool("b", 2, 1, 10), pool("c", 1, 1, 20)))
        .as("a lacks 10, b takes them with hosts of two")
        .containsExactly(20, 10, 10);
    assertThat(wants(60, pool("a", 1, 2, 10), pool("b", 2, 1, 10), pool("c", 1, 1, 20)))
        .as("a lacks 20, b has room for 4 of them, c takes 10")
        .containsExactly(30, 18, 30);
  }

  @Test
  void aPoolThatMayHaveNothingIsCarriedByTheOthers() {
    assertThat(wants(30, pool("none", 1, 1, 0), pool("other", 1, 1, 100))).containsExactly(15, 30);
  }

  @ParameterizedTest(name = "seed {0}")
  @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
  void asFarAsThereIsRoomAtAllTheDemandIsCarried(long seed) {
    Random random = new Random(seed);
    for (int round = 0; round < 200; round++) {
      HostPool[] pools = new HostPool[2 + random.nextInt(3)];
      double room = 0;
      for (int i = 0; i < pools.length; i++) {
        pools[i] = pool("p" + i, 1 + random.nextInt(5), 1 + random.nextInt(9), random.nextInt(50));
        room += pools[i].most() * pools[i].unitsPerHost();
      }
      double units = random.nextDouble() * room;
      List<Integer> wants = wants(units, pools);
      double carried = 0;
      for (int i = 0; i < pools.length; i++) {
        carried += Math.min(wants.get(i), pools[i].most()) * pools[i].unitsPerHost();
      }
      assertThat(carried).as("of %s by %s", units, List.of(pools)).isGreaterThan(units - 1e-6);
    }
  }

  @Test
  void thePoolInQuestionIsOneOfThem() {
    assertThatThrownBy(() -> new Spill("x", List.of(pool("a", 1, 1, 1))))
        .hasMessageContaining("x is none of");
  }
}
