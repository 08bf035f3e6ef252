package dev.kickoff.jobs.api.read;

import dev.kickoff.jobs.api.http.Query;
import dev.kickoff.jobs.api.http.Refusal;
import dev.kickoff.jobs.api.view.EngineViews;
import dev.kickoff.model.control.GroupSettings;
import dev.kickoff.model.demand.Service;
import java.util.List;

/** Finds the service or group that a request names; for an unknown one it lists those there are. */
public final class Known {
  private final EngineViews views;

  public Known(EngineViews views) {
    this.views = views;
  }

  /** The service of that name. */
  public Service service(String name) {
    return views.services().stream()
        .filter(service -> service.name().equals(name))
        .findFirst()
        .orElseThrow(
            () -> unknown("service", name, views.services().stream().map(Service::name).toList()));
  }

  /** The name itself, once it is known to be a group's. */
  public String group(String name) {
    if (views.group(name).isEmpty()) {
      throw unknown("group", name, views.groups().stream().map(GroupSettings::group).toList());
    }
    return name;
  }

  /** What is configured for the group of that name. */
  public GroupSettings settings(String name) {
    return views.group(group(name)).orElseThrow();
  }

  private static Refusal unknown(String what, String name, List<String> known) {
    return new Refusal(404, "unknown " + what + " '" + name + "'; known: " + Query.listed(known));
  }
}
