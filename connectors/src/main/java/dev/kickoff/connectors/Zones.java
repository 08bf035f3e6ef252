package dev.kickoff.connectors;

import java.time.DateTimeException;
import java.time.ZoneId;
import java.util.Optional;

/** Time zones by name, as people write them. */
public final class Zones {
  private Zones() {}

  /**
   * The zone called {@code name}: an IANA name such as {@code Europe/Paris}, {@code UTC}, or an
   * offset such as {@code +02:00}.
   *
   * @throws InvalidText when there is none, with a suggestion
   */
  public static ZoneId named(String name) throws InvalidText {
    try {
      return ZoneId.of(name);
    } catch (DateTimeException e) {
      throw new InvalidText(
          ProblemKind.UNKNOWN_ZONE, "time zone '" + name + "' is unknown", remedy(name));
    }
  }

  private static String remedy(String name) {
    Optional<String> city =
        ZoneId.getAvailableZoneIds().stream()
            .filter(id -> id.indexOf('/') > 0)
            .filter(id -> id.substring(id.lastIndexOf('/') + 1).equalsIgnoreCase(name.trim()))
            .min(String::compareTo);
    return city.map(id -> "did you mean '" + id + "'?")
        .orElseGet(
            () ->
                Suggestion.orElse(
                    name,
                    ZoneId.getAvailableZoneIds(),
                    "use an IANA name such as Europe/Paris or UTC"));
  }
}
