package dev.kickoff.deploy.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kickoff.connectors.kafka.Json;
import dev.kickoff.connectors.kafka.PlanHead;
import dev.kickoff.connectors.kafka.TopicTail;
import dev.kickoff.connectors.kafka.TopicWriter;
import dev.kickoff.connectors.kafka.Topics;
import dev.kickoff.jobs.Assembly;
import dev.kickoff.jobs.RunningEngine;
import dev.kickoff.jobs.api.security.TokenRefused;
import dev.kickoff.jobs.calendar.CalendarJournal;
import dev.kickoff.jobs.config.DefaultFleet;
import dev.kickoff.jobs.config.FleetSettings;
import dev.kickoff.jobs.local.Recording;
import dev.kickoff.jobs.local.RunSettings;
import dev.kickoff.jobs.local.StateFolder;
import dev.kickoff.model.calendar.Event;
import dev.kickoff.model.calendar.EventCalendar;
import dev.kickoff.model.calendar.EventEdit;
import dev.kickoff.model.demand.DemandUnit;
import dev.kickoff.model.simulation.MatchDay;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A kick-off that is moved in real time: planned anew at once, and judged alike afterwards. */
class MovedKickOffTest {
  private static final Duration PATIENCE = Duration.ofSeconds(180);
  private static final int EDITS = Integer.getInteger("kickoff.edits", 2);

  @TempDir private Path folder;
  private final List<Seen> heads = new CopyOnWriteArrayList<>();

  private record Seen(PlanHead head, long nanos) {
    long revision() {
      return head.plan().basis().calendarRevision();
    }

    Instant near() {
      return head.plan().basis().nearIssuedAt().orElseThrow();
    }
  }

  @Test
  void isPlannedAnewWithoutWaitingForTheNextMinute() throws Exception {
    MatchDay day = MatchDay.DEFAULT;
    FleetSettings fleet = DefaultFleet.settings();
    Recording recording =
        new Recording(
            Map.of(fleet.group().service(), day.minutes(day.historyFrom(), day.until())),
            DemandUnit.RPM,
            EventCalendar.published(day.events()));
    Instant from = day.kickoffAt().minus(Duration.ofHours(2));
    RunSettings settings =
        new RunSettings(
            new RunSettings.Window(from, day.until()),
            1,
            ZoneOffset.UTC,
            folder,
            0,
            token -> {
              throw new TokenRefused("nobody asks here");
            },
            RunSettings.Tuning.STANDARD);
    try (RunningEngine engine =
            Assembly.local(recording, fleet, settings, StateFolder.take(folder, true));
        TopicTail tail = tail(engine.bootstrap());
        TopicWriter writer = new TopicWriter(engine.bootstrap())) {
      assertThat(tail.failure()).isEmpty();
      CalendarJournal journal = new CalendarJournal(engine.bootstrap(), writer, "a person");
      for (int edit = 1; edit <= EDITS; edit++) {
        Seen before = await(head -> true);
        Instant now = before.near().plusSeconds(1);
        long at = System.nanoTime();
        Event moved =
            journal
                .append(standing -> List.of(moved(CalendarJournal.calendar(standing), now)))
                .get(0);
        long written = System.nanoTime();
        Seen after = await(head -> head.revision() == moved.version().revision());
        System.out.printf(
            "kick-off moved to %s: planned anew %d ms after the edit, %d ms after it stood%n",
            moved.start(), (after.nanos() - at) / 1_000_000, (after.nanos() - written) / 1_000_000);
        assertThat(after.head().plan().steps()).isNotEqualTo(before.head().plan().steps());
      }
    }
    try (RecordedTopics topics = new RecordedTopics(folder)) {
      topics.assertReplayGivesTheSameDigests(ZoneOffset.UTC);
    }
  }

  private TopicTail tail(String bootstrap) {
    return TopicTail.start(
        bootstrap,
        new TopicTail.Reading(
            List.of(Topics.PLAN_HEAD), TopicTail.Isolation.READ_COMMITTED, Map.of()),
        record ->
            heads.add(new Seen(Json.decode(record.value(), PlanHead.class), System.nanoTime())));
  }

  /** The football match, a quarter of an hour later than it stands. */
  private static Event moved(EventCalendar calendar, Instant now) {
    Event match =
        calendar.events().stream()
            .filter(event -> !event.isAllDay() && event.start().isAfter(now))
            .findFirst()
            .orElseThrow();
    return new EventEdit(match, now).movedBy(Duration.ofMinutes(15));
  }

  /** The newest plan head that is so, when there is one. */
  private Seen await(Predicate<Seen> condition) throws InterruptedException {
    long deadline = System.nanoTime() + PATIENCE.toNanos();
    while (System.nanoTime() < deadline) {
      for (int i = heads.size() - 1; i >= 0; i--) {
        if (condition.test(heads.get(i))) {
          return heads.get(i);
        }
      }
      Thread.sleep(5); // sleeps between looks at a list that another thread fills
    }
    throw new NoSuchElementException("no such plan within " + PATIENCE + ": " + heads.size());
  }
}
