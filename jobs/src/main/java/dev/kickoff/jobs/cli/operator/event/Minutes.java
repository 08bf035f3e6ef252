package dev.kickoff.jobs.cli.operator.event;

import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Whole minutes as people write them: {@code +15m}, {@code 90m}, {@code +1h}. */
final class Minutes implements ITypeConverter<Integer> {
  private static final Pattern FORM = Pattern.compile("([+-]?)(\\d{1,5})(m|min|h)");
  private static final int PER_HOUR = 60;

  @Override
  public Integer convert(String text) {
    Matcher form = FORM.matcher(text.toLowerCase(Locale.ROOT));
    if (!form.matches()) {
      throw new TypeConversionException(
          "'" + text + "' is no number of minutes; write +15m or +1h");
    }
    int count = Integer.parseInt(form.group(2)) * (form.group(3).equals("h") ? PER_HOUR : 1);
    return form.group(1).equals("-") ? -count : count;
  }
}
