package dev.kickoff.model.calendar;

import static dev.kickoff.model.Scenes.NOON;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.kickoff.model.Scenes;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class EventEditTest {
  private static final Event MATCH = Scenes.match("m", NOON);
  private static final EventEdit EDIT = new EventEdit(MATCH, NOON.minusSeconds(300));

  @Test
  void movesAnEventWithItsEnd() {
    Event moved = EDIT.movedBy(Duration.ofMinutes(30));
    assertThat(moved.start()).isEqualTo(NOON.plusSeconds(1_800));
    assertThat(moved.duration()).isEqualTo(MATCH.duration());
    assertThat(EDIT.movedTo(NOON.plusSeconds(1_800))).isEqualTo(moved);
  }

  @Test
  void givesTheNextVersionKnownFromTheEditOn() {
    Event moved = EDIT.movedBy(Duration.ofMinutes(30));
    assertThat(moved.version().sequence()).isEqualTo(1);
    assertThat(moved.knownAt()).contains(NOON.minusSeconds(300));
    EventCalendar calendar = EventCalendar.of(List.of(moved, MATCH));
    assertThat(calendar.events()).containsExactly(moved);
    assertThat(calendar.asKnownAt(NOON.minusSeconds(301)).events()).containsExactly(MATCH);
  }

  @Test
  void movesTheEndAlone() {
    Event longer = EDIT.extendedBy(Duration.ofMinutes(30));
    assertThat(longer.start()).isEqualTo(NOON);
    assertThat(longer.end()).isEqualTo(MATCH.end().plusSeconds(1_800));
    assertThatThrownBy(() -> EDIT.extendedBy(Duration.ofMinutes(-115)))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void movesAndExtendsAtOnce() {
    Event both = EDIT.movedAndExtended(Duration.ofMinutes(15), Duration.ofMinutes(30));
    assertThat(both.start()).isEqualTo(NOON.plusSeconds(900));
    assertThat(both.end()).isEqualTo(MATCH.end().plusSeconds(2_700));
  }

  @Test
  void callsAnEventOffAndPutsItOnAgain() {
    Event off = EDIT.cancelled();
    assertThat(off.isCancelled()).isTrue();
    EventEdit.Text text =
        new EventEdit.Text("Cup", "football_match", NOON, MATCH.end(), Map.of("stage", "final"));
    Event on = new EventEdit(off, NOON.minusSeconds(60)).replacedBy(text);
    assertThat(on.isCancelled()).isFalse();
    assertThat(on.uid()).isEqualTo("m");
    assertThat(on.version().sequence()).isEqualTo(2);
    assertThat(on.attributes()).containsEntry("stage", "final");
  }
}
