package dev.kickoff.model.demand;

import java.util.regex.Pattern;

/**
 * The name of something that receives demand; the key of every per-service topic.
 *
 * <p>One to 128 letters, digits, dots, dashes or underscores.
 */
public record Service(String name) implements Comparable<Service> {
  private static final Pattern SHAPE = Pattern.compile("[A-Za-z0-9._-]{1,128}");

  public Service {
    if (!SHAPE.matcher(name).matches()) {
      throw new IllegalArgumentException(
          "service name '" + name + "' must be 1 to 128 letters, digits, '.', '-' or '_'");
    }
  }

  @Override
  public int compareTo(Service other) {
    return name.compareTo(other.name);
  }

  @Override
  public String toString() {
    return name;
  }
}
