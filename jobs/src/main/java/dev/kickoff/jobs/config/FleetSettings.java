package dev.kickoff.jobs.config;

import dev.kickoff.model.capacity.PlanningPolicy;
import dev.kickoff.model.capacity.quantile.CriticalFractile;
import dev.kickoff.model.control.GroupSettings;
import dev.kickoff.model.demand.Service;
import dev.kickoff.model.fleet.FleetDoor;
import dev.kickoff.model.simulation.Costs;
import dev.kickoff.model.simulation.group.ReactiveSettings;
import java.util.List;
import java.util.Optional;

/**
 * A fleet as its file describes it.
 *
 * @param service the service it names; empty when it leaves that to the metrics
 * @param group what Kickoff controls; its service is {@code service}, or else {@code web}
 * @param reactive the policy that the group has of its own; empty when it has none
 * @param zones names of the zones that hosts are spread over, at least one
 * @param planning how forecasts are turned into hosts
 * @param door where and as whom the group is reached
 * @param claim what it takes of what others take from too
 */
public record FleetSettings(
    Optional<Service> service,
    GroupSettings group,
    Optional<ReactiveSettings> reactive,
    List<String> zones,
    Costs costs,
    PlanningPolicy planning,
    FleetDoor door,
    FleetClaim claim) {
  public FleetSettings {
    zones = List.copyOf(zones);
  }

  /** A fleet that is planned for by its costs, and reached as the process itself. */
  public FleetSettings(
      Optional<Service> service,
      GroupSettings group,
      Optional<ReactiveSettings> reactive,
      List<String> zones,
      Costs costs) {
    this(
        service,
        group,
        reactive,
        zones,
        costs,
        PlanningPolicy.standard(new CriticalFractile(costs.planning())),
        FleetDoor.DEFAULT,
        FleetClaim.STANDARD);
  }

  /** This fleet planned for otherwise, behind another door. */
  public FleetSettings with(PlanningPolicy otherPlanning, FleetDoor otherDoor) {
    return new FleetSettings(
        service, group, reactive, zones, costs, otherPlanning, otherDoor, claim);
  }

  /** This fleet with another claim. */
  public FleetSettings claiming(FleetClaim other) {
    return new FleetSettings(service, group, reactive, zones, costs, planning, door, other);
  }

  /** This fleet with what its group is controlled by replaced. */
  public FleetSettings withGroup(GroupSettings newGroup) {
    return new FleetSettings(service, newGroup, reactive, zones, costs, planning, door, claim);
  }

  /** This fleet naming the service that it carries. */
  public FleetSettings naming(Service named) {
    return new FleetSettings(
        Optional.of(named), group.serving(named), reactive, zones, costs, planning, door, claim);
  }

  /** This fleet carrying {@code newService}. */
  public FleetSettings serving(Service newService) {
    return withGroup(group.serving(newService));
  }
}
