package dev.kickoff.jobs.offline;

import dev.kickoff.model.forecast.DemandForecast;
import dev.kickoff.model.forecast.ForecastStep;
import dev.kickoff.model.forecast.Quantiles;
import java.io.IOException;
import java.math.BigDecimal;
import java.math.MathContext;

/**
 * Forecasts as rows of {@code issued_at,target_at,quantile,value}, with {@code service} last where
 * there are several services.
 *
 * <p>Values are those of the step's mean (the sum, for counts), to seven significant digits; equal
 * forecasts give equal bytes.
 */
public final class ForecastRows {
  private static final MathContext DIGITS = new MathContext(7);

  private final Appendable out;
  private final boolean named;

  /** Writes the header to {@code out}. */
  public ForecastRows(Appendable out, boolean severalServices) throws IOException {
    this.out = out;
    this.named = severalServices;
    out.append("issued_at,target_at,quantile,value").append(named ? ",service\n" : "\n");
  }

  /** Writes a row for each step and quantile. */
  public void write(DemandForecast forecast) throws IOException {
    String issued = forecast.issuedAt().toString();
    String tail = named ? "," + forecast.service() + "\n" : "\n";
    double[] levels = Quantiles.levels();
    for (ForecastStep step : forecast.steps()) {
      double[] values = step.mean().values();
      for (int i = 0; i < levels.length; i++) {
        out.append(issued).append(',').append(step.from().toString()).append(',');
        out.append(Double.toString(levels[i])).append(',').append(number(values[i])).append(tail);
      }
    }
  }

  /** A number to seven significant digits, without an exponent. */
  public static String number(double value) {
    BigDecimal rounded = new BigDecimal(value).round(DIGITS).stripTrailingZeros();
    return rounded.signum() == 0 ? "0" : rounded.toPlainString();
  }
}
