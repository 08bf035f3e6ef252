package dev.kickoff.jobs.config.collect;

import dev.kickoff.connectors.Problem;
import dev.kickoff.connectors.cloudwatch.MetricQuery;
import dev.kickoff.jobs.config.collect.CollectSettings.Calendar;
import dev.kickoff.jobs.config.collect.CollectSettings.CloudWatch;
import dev.kickoff.jobs.config.collect.CollectSettings.Meaning;
import dev.kickoff.jobs.config.collect.CollectSettings.Metric;
import dev.kickoff.jobs.config.collect.CollectSettings.Origin;
import dev.kickoff.jobs.config.collect.CollectSettings.Pace;
import dev.kickoff.jobs.config.collect.CollectSettings.Prometheus;
import dev.kickoff.jobs.config.yaml.NumberRange;
import dev.kickoff.jobs.config.yaml.YamlSection;
import dev.kickoff.model.demand.DemandSample;
import dev.kickoff.model.demand.DemandUnit;
import dev.kickoff.model.demand.Service;
import dev.kickoff.model.demand.signal.Signal;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * One of the sources of a collector's file.
 *
 * <p>Every source has {@code kind} (cloudwatch, prometheus, calendar), {@code every} and {@code
 * name} (default: kind, service and signal). A metric has {@code service}, {@code signal} (default:
 * requests), {@code unit}, {@code scale}, {@code period}, {@code delay} and {@code backfill}; on
 * CloudWatch {@code namespace}, {@code metric}, {@code dimensions}, {@code statistic}, or {@code
 * expression}, and {@code region}, {@code role}; on Prometheus {@code url}, {@code query}, {@code
 * tokenFile}. A calendar has {@code url} (https of a listed host, or a file) and {@code
 * allowPrivate}. Lengths of time are a number with s, m, h or d.
 */
final class SourceSection {
  private static final Pattern LENGTH = Pattern.compile("(\\d{1,6})([smhd])");
  private static final NumberRange SCALE = NumberRange.POSITIVE;
  private static final List<String> KINDS = List.of("cloudwatch", "prometheus", "calendar");

  private final YamlSection section;
  private final Path file;
  private final FeedHosts hosts;
  private final Optional<String> kind;

  SourceSection(YamlSection section, Path file, FeedHosts hosts) {
    this.section = section;
    this.file = file;
    this.hosts = hosts;
    section.require("kind", "cloudwatch");
    this.kind = section.choice("kind", KINDS);
  }

  /** Says of every key that its kind does not have that it is unknown. */
  void refuseUnknownKeys() {
    if (kind.isPresent()) {
      section.refuseUnknownKeys();
    }
  }

  /** The calendar that it describes; empty where it is none, or wrong. */
  Optional<Calendar> calendar() {
    if (!kind.equals(Optional.of("calendar"))) {
      return Optional.empty();
    }
    section.require("url", "https://example.org/events.ics");
    Optional<URI> url = section.text("url").flatMap(this::calendarUrl);
    String name = section.text("name").orElse("calendar-" + url.map(URI::toString).orElse(""));
    Duration every = length("every", Duration.ofMinutes(5));
    boolean allowPrivate =
        section.choice("allowPrivate", List.of("true", "false")).equals(Optional.of("true"));
    return url.map(found -> new Calendar(name, found, every, allowPrivate));
  }

  private Optional<URI> calendarUrl(String text) {
    try {
      URI uri = text.contains("://") ? URI.create(text) : file.resolveSibling(text).toUri();
      if ("file".equals(uri.getScheme())
          || "https".equals(uri.getScheme()) && uri.getHost() != null) {
        refuseUnlisted(uri);
        return Optional.of(uri);
      }
    } catch (IllegalArgumentException e) {
      // told below, with all other texts that are no such address
    }
    section.refuse(
        "url",
        " '" + Problem.brief(text) + "' is neither https:// nor a file",
        "write https://example.org/events.ics, or the name of a file");
    return Optional.empty();
  }

  private void refuseUnlisted(URI url) {
    if (!"file".equals(url.getScheme())) {
      String host = url.getHost().replaceAll("^\\[|]$", "");
      if (!hosts.allow(host)) {
        section.refuse(
            "url",
            " is of host '" + Problem.brief(host) + "', which calendars.hosts does not list",
            "add calendars: {hosts: [\"" + Problem.brief(host) + "\"]} if it is meant");
      }
    }
  }

  /** The metric that it describes; empty where it is none, or wrong. */
  Optional<Metric> metric() {
    if (kind.isEmpty() || kind.get().equals("calendar")) {
      return Optional.empty();
    }
    boolean cloudWatch = kind.get().equals("cloudwatch");
    Optional<Service> service = service();
    Optional<String> sampleName = sampleName();
    Pace pace =
        new Pace(
            length("period", Duration.ofMinutes(1)),
            length("every", Duration.ofMinutes(1)),
            length("delay", cloudWatch ? Duration.ofMinutes(2) : Duration.ofSeconds(15)),
            length("backfill", Duration.ofDays(14)));
    DemandUnit unit = unit(cloudWatch ? DemandUnit.COUNT : DemandUnit.RPS);
    double scale = SCALE.number(section, "scale").orElse(1);
    Optional<String> named = section.text("name");
    Optional<Origin> origin =
        cloudWatch
            ? cloudWatch(pace.period(), sampleName.orElse(DemandSample.REQUESTS)).map(o -> o)
            : prometheus().map(o -> o);
    if (service.isEmpty() || sampleName.isEmpty() || origin.isEmpty()) {
      return Optional.empty();
    }
    String name = named.orElse(kind.get() + "-" + service.get() + "-" + sampleName.get());
    Meaning meaning = new Meaning(service.get(), sampleName.get(), unit, scale);
    return Optional.of(new Metric(name, meaning, origin.get(), pace));
  }

  private Optional<Service> service() {
    section.require("service", "web");
    try {
      return section.text("service").map(Service::new);
    } catch (IllegalArgumentException e) {
      section.refuse("service", " is not a service name", "use letters, digits, '.', '-' or '_'");
      return Optional.empty();
    }
  }

  private Optional<String> sampleName() {
    List<String> known = new ArrayList<>(List.of(DemandSample.REQUESTS));
    for (Signal signal : Signal.values()) {
      known.add(signal.sampleName());
    }
    return section.has("signal")
        ? section.choice("signal", known)
        : Optional.of(DemandSample.REQUESTS);
  }

  private DemandUnit unit(DemandUnit usual) {
    return section
        .choice("unit", List.of("rpm", "rps", "count"))
        .map(text -> DemandUnit.valueOf(text.toUpperCase(Locale.ROOT)))
        .orElse(usual);
  }

  private Optional<CloudWatch> cloudWatch(Duration period, String sampleName) {
    Optional<String> expression = section.text("expression");
    Optional<MetricQuery.What> what;
    if (expression.isPresent()) {
      what = expression.map(MetricQuery.Expression::new);
    } else {
      section.require("namespace", "AWS/ApplicationELB");
      section.require("metric", "RequestCount");
      Optional<String> namespace = section.text("namespace");
      Optional<String> metric = section.text("metric");
      String usual = sampleName.equals(DemandSample.REQUESTS) ? "Sum" : "Average";
      String statistic = section.text("statistic").orElse(usual);
      var dimensions = section.texts("dimensions", "{LoadBalancer: app/web/1}");
      what =
          namespace.isEmpty() || metric.isEmpty()
              ? Optional.empty()
              : Optional.of(
                  new MetricQuery.Statistic(namespace.get(), metric.get(), dimensions, statistic));
    }
    Optional<String> region = section.text("region");
    Optional<String> role = section.text("role");
    try {
      return what.map(w -> new CloudWatch(new MetricQuery(w, period), region, role));
    } catch (IllegalArgumentException e) {
      section.refuse("period", " is not one of CloudWatch", String.valueOf(e.getMessage()));
      return Optional.empty();
    }
  }

  private Optional<Prometheus> prometheus() {
    section.require("url", "https://prometheus.example.org");
    section.require("query", "sum(rate(http_requests_total[1m]))");
    Optional<String> query = section.text("query");
    Optional<Path> token = section.text("tokenFile").map(file::resolveSibling);
    Optional<URI> url = section.text("url").flatMap(this::serverUrl);
    return url.isEmpty() || query.isEmpty()
        ? Optional.empty()
        : Optional.of(new Prometheus(url.get(), query.get(), token));
  }

  private Optional<URI> serverUrl(String text) {
    try {
      URI uri = URI.create(text);
      if (uri.getHost() != null && List.of("http", "https").contains(uri.getScheme())) {
        return Optional.of(uri);
      }
    } catch (IllegalArgumentException e) {
      // told below, with all other texts that are no such address
    }
    section.refuse(
        "url",
        " '" + Problem.brief(text) + "' is no address of a server",
        "write one such as https://prometheus.example.org");
    return Optional.empty();
  }

  private Duration length(String key, Duration usual) {
    Optional<String> text = section.text(key);
    if (text.isEmpty()) {
      return usual;
    }
    Matcher matcher = LENGTH.matcher(text.get());
    long number = matcher.matches() ? Long.parseLong(matcher.group(1)) : 0;
    if (number == 0) {
      section.refuse(
          key,
          " '" + Problem.brief(text.get()) + "' is no length of time above 0",
          "write one such as 60s, 5m, 2h or 14d");
      return usual;
    }
    return switch (matcher.group(2)) {
      case "s" -> Duration.ofSeconds(number);
      case "m" -> Duration.ofMinutes(number);
      case "h" -> Duration.ofHours(number);
      default -> Duration.ofDays(number);
    };
  }
}
