package dev.kickoff.jobs;

import dev.kickoff.jobs.api.ViewFeed;
import dev.kickoff.jobs.api.past.HistoryFeed;
import dev.kickoff.jobs.api.view.EngineTime;
import dev.kickoff.jobs.api.view.EngineViews;
import dev.kickoff.jobs.api.whatif.Reissue;
import dev.kickoff.jobs.config.FleetSettings;
import dev.kickoff.jobs.control.Inbox;
import dev.kickoff.jobs.control.preview.Foresight;
import dev.kickoff.jobs.control.preview.PreviewDesk;
import dev.kickoff.jobs.control.preview.PreviewFeed;
import dev.kickoff.jobs.control.preview.PreviewGroup;
import dev.kickoff.model.demand.Service;
import dev.kickoff.model.forecast.ForecastIssuer;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Stream;

/** What an API knows: views of the topics, the past, and previews, all kept current. */
final class ApiFeeds implements AutoCloseable {
  private final OpenParts parts = new OpenParts();
  private final Source source;
  private final Subject subject;
  private final Supplier<Optional<String>> unfed;
  private final EngineViews views;
  private final ViewFeed feed;
  private final HistoryFeed history;
  private final Foresight foresight;
  private final PreviewDesk previews;
  private final PreviewFeed previewed;

  /**
   * Where it reads and keeps.
   *
   * @param bootstrap where the broker is found
   * @param past the file of what is older than memory; no other process has it
   * @param time engine time
   */
  record Source(String bootstrap, Path past, EngineTime time) {}

  /**
   * What it is about.
   *
   * @param fleets each of a group of its own, in the order in which they are shown
   * @param issuer the forecast job's methods, used by nobody else
   */
  record Subject(List<FleetSettings> fleets, ForecastIssuer issuer) {}

  /**
   * What a controller would see, for previews.
   *
   * @param of a service; kept current by whoever made it
   * @param problem why they are no longer current; empty while they are
   */
  record Inboxes(Function<Service, Inbox> of, Supplier<Optional<String>> problem) {}

  /**
   * Starts to read.
   *
   * @throws IllegalStateException when a topic does not exist or the file cannot be used
   */
  ApiFeeds(Source source, Subject subject, Inboxes inboxes) {
    this.source = source;
    this.subject = subject;
    String bootstrap = source.bootstrap();
    this.unfed = inboxes.problem();
    try {
      views =
          new EngineViews(
              subject.fleets().stream().map(FleetSettings::group).toList(), source.time().clock());
      feed = parts.with(ViewFeed.start(bootstrap, views));
      history = parts.with(HistoryFeed.start(bootstrap, source.past()));
      views.ledger().remember(history.past());
      foresight = new Reissue(views, subject.issuer());
      List<PreviewGroup> groups =
          subject.fleets().stream().map(fleet -> preview(fleet, inboxes)).toList();
      previews = new PreviewDesk(groups, Brain.controller(), foresight, source.time().clock());
      previewed = parts.with(PreviewFeed.start(bootstrap, previews));
    } catch (RuntimeException e) {
      parts.close();
      throw e;
    }
  }

  private static PreviewGroup preview(FleetSettings fleet, Inboxes inboxes) {
    Inbox inbox = inboxes.of().apply(fleet.group().service());
    return new PreviewGroup(fleet.group(), Brain.planner(fleet.planning()), inbox);
  }

  Source source() {
    return source;
  }

  List<FleetSettings> fleets() {
    return subject.fleets();
  }

  EngineViews views() {
    return views;
  }

  Foresight foresight() {
    return foresight;
  }

  PreviewDesk previews() {
    return previews;
  }

  /** What is no longer read, and why; empty while everything is. */
  Optional<String> problem() {
    return Stream.<Supplier<Optional<String>>>of(
            unfed, feed::problem, history::problem, previewed::problem)
        .flatMap(each -> each.get().stream())
        .findFirst();
  }

  /**
   * Waits until the views and previews know what stood in the topics at the start.
   *
   * @throws IllegalStateException when the time ran out first
   */
  void requireCaughtUp(Duration timeout) {
    try {
      if (!feed.awaitCaughtUp(timeout) || !previewed.awaitCaughtUp(timeout)) {
        throw new IllegalStateException("the topics could not be read within " + timeout);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted while starting", e);
    }
  }

  @Override
  public void close() {
    parts.close();
  }
}
