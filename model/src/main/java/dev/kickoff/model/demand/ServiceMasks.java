package dev.kickoff.model.demand;

import java.io.Serializable;
import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;

/**
 * What operators and signals say must not be learnt, for every service.
 *
 * @param everywhere masks of all services
 * @param own further masks, by the name of their service
 */
public record ServiceMasks(DemandMasks everywhere, Map<String, DemandMasks> own)
    implements Serializable {
  private static final ServiceMasks NONE = new ServiceMasks(DemandMasks.none(), Map.of());

  public ServiceMasks {
    own = Collections.unmodifiableMap(new TreeMap<>(own));
  }

  public static ServiceMasks none() {
    return NONE;
  }

  /** The masks of one service, also those that become known later. */
  public DemandMasks of(Service service) {
    return everywhere.and(own.getOrDefault(service.name(), DemandMasks.none()));
  }

  /** These and others. */
  public ServiceMasks and(ServiceMasks others) {
    Map<String, DemandMasks> both = new TreeMap<>(own);
    others.own.forEach((service, masks) -> both.merge(service, masks, DemandMasks::and));
    return new ServiceMasks(everywhere.and(others.everywhere), both);
  }
}
