package dev.kickoff.connectors;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kickoff.model.fleet.FleetException;
import dev.kickoff.model.fleet.FleetSchedule;
import dev.kickoff.model.fleet.GroupSize;
import dev.kickoff.model.fleet.ScaleRequest;
import dev.kickoff.model.fleet.ScheduledSize;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What every fleet must do whose owner carries out sizes by itself. */
interface FleetScheduleContract extends FleetContract {
  /** An instant ahead, to the second: AWS knows no finer ones. */
  default Instant in(Duration time) {
    return now().plus(time);
  }

  /** The owner's present. */
  default Instant now() {
    return START;
  }

  private FleetSchedule schedule() {
    return fleet().schedule().orElseThrow();
  }

  @Test
  default void whatIsScheduledIsReadInOrder() {
    ScheduledSize later = ScheduledSize.floor("later", in(Duration.ofHours(2)), 3);
    ScheduledSize all =
        new ScheduledSize(
            "all",
            in(Duration.ofHours(1)),
            OptionalInt.of(4),
            OptionalInt.of(50),
            OptionalInt.of(5));
    assertThat(schedule().read("web")).isEmpty();
    assertThat(schedule().put("web", List.of(later, all))).isEmpty();
    assertThat(schedule().read("web")).containsExactly(all, later);
  }

  @Test
  default void aNameThatIsThereIsReplaced() {
    schedule().put("web", List.of(ScheduledSize.floor("step", in(Duration.ofHours(1)), 3)));
    ScheduledSize other = ScheduledSize.floor("step", in(Duration.ofHours(2)), 9);
    assertThat(schedule().put("web", List.of(other))).isEmpty();
    assertThat(schedule().read("web")).containsExactly(other);
  }

  @Test
  default void whatIsDeletedIsGoneAndAnUnknownNameIsPassedOver() {
    ScheduledSize stays = ScheduledSize.floor("stays", in(Duration.ofHours(1)), 3);
    ScheduledSize goes = ScheduledSize.floor("goes", in(Duration.ofHours(2)), 3);
    schedule().put("web", List.of(stays, goes));
    assertThat(schedule().delete("web", Set.of("goes", "never was"))).isEmpty();
    assertThat(schedule().read("web")).containsExactly(stays);
  }

  @Test
  default void moreThanABatchIsPutAndDeletedWhole() {
    List<ScheduledSize> sizes = steps(70);
    assertThat(schedule().put("web", sizes)).isEmpty();
    assertThat(schedule().read("web")).isEqualTo(sizes);
    Set<String> most = Set.copyOf(sizes.subList(0, 60).stream().map(ScheduledSize::name).toList());
    assertThat(schedule().delete("web", most)).isEmpty();
    assertThat(schedule().read("web")).isEqualTo(sizes.subList(60, 70));
  }

  @Test
  default void onesThatCannotStandAreRefusedByNameAndTheRestStands() {
    needs(Laxity.ACCEPTS_ANY_SCHEDULE);
    ScheduledSize past = ScheduledSize.floor("past", in(Duration.ofSeconds(-1)), 3);
    ScheduledSize first = ScheduledSize.floor("first", in(Duration.ofHours(1)), 3);
    ScheduledSize same = ScheduledSize.floor("same instant", in(Duration.ofHours(1)), 4);
    ScheduledSize last = ScheduledSize.floor("last", in(Duration.ofHours(2)), 5);
    Map<String, String> refused = schedule().put("web", List.of(past, first, same, last));
    assertThat(refused).containsOnlyKeys("past", "same instant");
    assertThat(refused.get("past")).contains("in the past");
    assertThat(schedule().read("web")).containsExactly(first, last);
  }

  @Test
  default void moreThanAGroupMayHaveAreRefusedByName() {
    needs(Laxity.ACCEPTS_ANY_SCHEDULE);
    Map<String, String> refused = schedule().put("web", steps(FleetSchedule.MOST + 2));
    assertThat(refused).containsOnlyKeys("step-125", "step-126");
    assertThat(refused.get("step-125")).contains("limit of 125");
    assertThat(schedule().read("web")).hasSize(FleetSchedule.MOST);
  }

  @Test
  default void aFloorIsSetWhenItFallsDueAndIsGoneThen() {
    needs(Laxity.KEEPS_NO_PROMISE);
    schedule().put("web", List.of(ScheduledSize.floor("raise", in(Duration.ofHours(1)), 20)));
    pass(Duration.ofHours(1).minusSeconds(1));
    assertThat(fleet().describe("web").size()).isEqualTo(SIZE);
    pass(Duration.ofSeconds(1));
    assertThat(fleet().describe("web").size()).isEqualTo(new GroupSize(20, 40, 20));
    assertThat(schedule().read("web")).isEmpty();
    pass(Duration.ofMinutes(10));
    assertThat(fleet().describe("web").inService()).isEqualTo(20);
  }

  @Test
  default void aScheduledFloorIsAbsoluteAndNoMaximum() {
    needs(Laxity.KEEPS_NO_PROMISE);
    schedule().put("web", List.of(ScheduledSize.floor("lower", in(Duration.ofHours(1)), 3)));
    fleet().scale(new ScaleRequest("web", 20, OptionalInt.empty()));
    pass(Duration.ofHours(1));
    assertThat(fleet().describe("web").size()).isEqualTo(new GroupSize(3, 40, 20));
  }

  @Test
  default void whatIsSuspendedIsSeenToBe() {
    schedule().suspend("web");
    assertThat(fleet().describe("web").condition().orElseThrow().suspended())
        .containsExactly("ScheduledActions");
    schedule().resume("web");
    assertThat(fleet().describe("web").condition().orElseThrow().suspended()).isEmpty();
  }

  @Test
  default void whatFallsDueWhileSuspendedIsNotMadeUpFor() {
    needs(Laxity.KEEPS_NO_PROMISE);
    schedule().put("web", List.of(ScheduledSize.floor("missed", in(Duration.ofHours(1)), 20)));
    schedule().put("web", List.of(ScheduledSize.floor("kept", in(Duration.ofHours(3)), 12)));
    schedule().suspend("web");
    pass(Duration.ofHours(2));
    schedule().resume("web");
    assertThat(fleet().describe("web").size()).isEqualTo(SIZE);
    pass(Duration.ofHours(1));
    assertThat(fleet().describe("web").size().min()).isEqualTo(12);
  }

  @Test
  default void aGroupThatIsNotThereHasNoSchedule() {
    needs(Laxity.ACCEPTS_ANY_SCHEDULE);
    FleetContract.assertFails(
        () -> schedule().put("wbe", steps(1)),
        FleetException.Kind.MISCONFIGURED,
        "no Auto Scaling group 'wbe' in ");
  }

  private List<ScheduledSize> steps(int count) {
    return IntStream.range(0, count)
        .mapToObj(
            i ->
                ScheduledSize.floor(
                    "step-%03d".formatted(i), in(Duration.ofHours(1).plusSeconds(i)), 3))
        .toList();
  }
}
