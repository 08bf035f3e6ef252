package dev.kickoff.connectors.ical;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import net.fortuna.ical4j.data.ContentHandler;

/**
 * The properties of one VEVENT as ical4j's parser hands them over; those of alarms are left out.
 */
final class EventContent implements ContentHandler {
  /** A property: its value, still escaped, and its parameters. */
  record Content(String value, Map<String, String> parameters) {}

  private final Map<String, List<Content>> properties = new TreeMap<>();
  private Map<String, String> parameters = new TreeMap<>();
  private String value = "";
  private int depth;

  /** The first property called {@code name}; empty where there is none or it is blank. */
  Optional<Content> first(String name) {
    return properties.getOrDefault(name, List.of()).stream()
        .filter(content -> !content.value().isBlank())
        .findFirst();
  }

  /** Every property called {@code name} that is not blank, in the order of the file. */
  List<Content> all(String name) {
    return properties.getOrDefault(name, List.of()).stream()
        .filter(content -> !content.value().isBlank())
        .toList();
  }

  boolean has(String name) {
    return properties.containsKey(name);
  }

  /** The names of all properties, sorted. */
  List<String> names() {
    return List.copyOf(properties.keySet());
  }

  @Override
  public void startCalendar() {
    depth = 0;
  }

  @Override
  public void endCalendar() {
    depth = 0;
  }

  @Override
  public void startComponent(String name) {
    depth++;
  }

  @Override
  public void endComponent(String name) {
    depth--;
  }

  @Override
  public void startProperty(String name) {
    parameters = new TreeMap<>();
    value = "";
  }

  @Override
  public void parameter(String name, String parameterValue) {
    parameters.put(name.toUpperCase(Locale.ROOT), parameterValue);
  }

  @Override
  public void propertyValue(String newValue) {
    value = newValue.strip();
  }

  @Override
  public void endProperty(String name) {
    if (depth == 1) {
      properties
          .computeIfAbsent(name.toUpperCase(Locale.ROOT), k -> new ArrayList<>())
          .add(new Content(value, parameters));
    }
  }
}
