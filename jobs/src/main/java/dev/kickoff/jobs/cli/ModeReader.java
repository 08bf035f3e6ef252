package dev.kickoff.jobs.cli;

import dev.kickoff.model.control.ControlMode;
import java.util.Locale;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Reads {@code --mode}: forecast-only, approve or forecast-and-scale, however it is spelt. */
final class ModeReader implements ITypeConverter<ControlMode> {
  @Override
  public ControlMode convert(String text) {
    String name = text.strip().toUpperCase(Locale.ROOT).replace('-', '_');
    for (ControlMode mode : ControlMode.values()) {
      if (mode.name().equals(name)) {
        return mode;
      }
    }
    throw new TypeConversionException(
        "'" + text + "' is no mode; write forecast-only, approve or forecast-and-scale");
  }
}
