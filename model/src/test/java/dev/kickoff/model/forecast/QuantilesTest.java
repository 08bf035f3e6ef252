package dev.kickoff.model.forecast;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class QuantilesTest {

  @Test
  void roundsToSixSignificantDigits() {
    assertThat(new Quantiles(0, 0.000123456789, 1234.56789, 12345678.9).rounded())
        .isEqualTo(new Quantiles(0, 0.000123457, 1234.57, 12345700));
    assertThat(new Quantiles(0, Double.MIN_VALUE, 1, Double.MAX_VALUE).rounded().values())
        .isSorted();
  }

  @ParameterizedTest(name = "seed {0}")
  @ValueSource(longs = {1, 2, 3})
  void roundingKeepsTheOrderAndIsRepeatable(long seed) {
    Random random = new Random(seed);
    for (int i = 0; i < 10_000; i++) {
      double base = Math.pow(10, random.nextInt(12) - 4);
      double[] values = random.doubles(4, base * 0.999999, base * 1.000003).sorted().toArray();
      Quantiles exact = new Quantiles(values[0], values[1], values[2], values[3]);
      Quantiles rounded = exact.rounded();
      assertThat(rounded.rounded()).isEqualTo(rounded);
      assertThat(rounded.p99()).isCloseTo(exact.p99(), within(exact.p99() * 5e-6));
      assertThat(Arrays.stream(rounded.values()).mapToObj(Double::toString))
          .allMatch(text -> text.length() <= 12);
    }
  }
}
