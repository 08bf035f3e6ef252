package dev.kickoff.jobs.config.collect;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The hosts from which calendars may be fetched, redirects included; any other is refused.
 *
 * @param names exact names or addresses, or {@code *.example.org} for every name below {@code
 *     example.org}, not itself; lower case
 */
public record FeedHosts(List<String> names) {
  private static final Pattern NAME =
      Pattern.compile("(\\*\\.[a-z0-9_-]+\\.)?[a-z0-9_-]+(\\.[a-z0-9_-]+)*|[0-9a-f:.]+");

  /** Copies and lowers the names. */
  public FeedHosts {
    names = names.stream().map(name -> name.toLowerCase(Locale.ROOT)).toList();
  }

  /** The first that can be no host, or covers a whole top-level domain; empty where all can be. */
  Optional<String> firstWrong() {
    return names.stream().filter(name -> !NAME.matcher(name).matches()).findFirst();
  }

  /**
   * Whether calendars may be fetched from a host.
   *
   * @param host a name, or an address without brackets; case does not matter
   */
  public boolean allow(String host) {
    String asked = host.toLowerCase(Locale.ROOT);
    return names.stream().anyMatch(name -> covers(name, asked));
  }

  private static boolean covers(String name, String asked) {
    return name.startsWith("*.") ? asked.endsWith(name.substring(1)) : asked.equals(name);
  }
}
