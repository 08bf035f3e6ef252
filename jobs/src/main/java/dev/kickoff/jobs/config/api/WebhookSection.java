package dev.kickoff.jobs.config.api;

import dev.kickoff.connectors.Problem;
import dev.kickoff.jobs.api.webhook.SigningKey;
import dev.kickoff.jobs.api.webhook.WebhookSettings;
import dev.kickoff.jobs.api.webhook.WebhookSettings.Retries;
import dev.kickoff.jobs.api.webhook.WebhookSettings.Subject;
import dev.kickoff.jobs.config.yaml.NumberRange;
import dev.kickoff.jobs.config.yaml.YamlSection;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The key {@code webhooks}, a list. Required of each: {@code name}, {@code url} (https, or http of
 * the loopback) and where its secret is ({@link SecretReader}). Optional: {@code what}, of {@code
 * decisions}, {@code alarms}, {@code orders} (default: decisions and alarms), {@code groups}
 * (default: all) and {@code giveUpAfterMinutes} (default: 15).
 */
public final class WebhookSection {
  private static final String EXAMPLE = "https://hooks.example.com/kickoff";
  private static final List<String> SUBJECTS =
      List.of(Subject.values()).stream().map(s -> s.name().toLowerCase(Locale.ROOT)).toList();

  private final YamlSection section;
  private final Path file;
  private final Map<String, String> environment;

  private WebhookSection(YamlSection section, Path file, Map<String, String> environment) {
    this.section = section;
    this.file = file;
    this.environment = environment;
  }

  /**
   * The receivers; empty where the key is absent. What is wrong is noted with its place.
   *
   * @param file that is read
   * @param environment variables, by name
   */
  public static List<WebhookSettings> read(
      YamlSection root, Path file, Map<String, String> environment) {
    List<WebhookSettings> hooks = new ArrayList<>();
    Set<String> names = new HashSet<>();
    for (YamlSection section : root.sections("webhooks")) {
      Optional<WebhookSettings> hook = new WebhookSection(section, file, environment).read();
      hook.ifPresent(
          read -> {
            hooks.add(read);
            if (!names.add(read.name())) {
              section.refuse("name", " is another webhook's", "give this one a name of its own");
            }
          });
    }
    return hooks;
  }

  private Optional<WebhookSettings> read() {
    section.require("name", "pager");
    section.require("url", EXAMPLE);
    Optional<String> name = section.text("name").filter(this::isName);
    Optional<URI> url = section.text("url").flatMap(this::url);
    List<SigningKey> keys = new SecretReader(section, file, environment).read();
    Set<Subject> subjects = subjects();
    Set<String> groups = Set.copyOf(section.list("groups"));
    Retries usual = Retries.STANDARD;
    Duration patience =
        NumberRange.MINUTES.number(section, "giveUpAfterMinutes").stream()
            .mapToObj(NumberRange::minutes)
            .findFirst()
            .orElse(usual.giveUpAfter());
    section.refuseUnknownKeys();
    if (name.isEmpty() || url.isEmpty() || keys.isEmpty()) {
      return Optional.empty();
    }
    Retries retries = new Retries(usual.first(), usual.most(), patience);
    return Optional.of(new WebhookSettings(name.get(), url.get(), keys, subjects, groups, retries));
  }

  private boolean isName(String name) {
    boolean is = name.matches("[A-Za-z0-9_-]{1,64}");
    if (!is) {
      section.refuse("name", " is not a name", "use letters, digits, '-' or '_'");
    }
    return is;
  }

  private Optional<URI> url(String text) {
    try {
      URI url = URI.create(text);
      if (WebhookSettings.isAllowed(url)) {
        return Optional.of(url);
      }
    } catch (IllegalArgumentException e) {
      // told below, with all other texts that are no such address
    }
    String remedy = "write one such as " + EXAMPLE + ", without a password in it";
    section.refuse("url", " is neither https:// nor http:// of the loopback", remedy);
    return Optional.empty();
  }

  private Set<Subject> subjects() {
    Set<Subject> subjects = EnumSet.noneOf(Subject.class);
    for (String text : section.list("what")) {
      if (SUBJECTS.contains(text)) {
        subjects.add(Subject.valueOf(text.toUpperCase(Locale.ROOT)));
      } else {
        String what = " holds '" + Problem.brief(text) + "', which is unknown";
        section.refuse("what", what, "known are " + String.join(", ", SUBJECTS));
      }
    }
    return subjects.isEmpty() ? EnumSet.of(Subject.DECISIONS, Subject.ALARMS) : subjects;
  }
}
