// From what the API says to the even columns that a plot wants. Unknown is null, never zero.

export const MINUTE = 60_000;
const CARRIED = 2;

/** A service as the page knows it. Instants are milliseconds. */
export function newService(summary) {
  const group = summary.groups[0];
  return {
    name: summary.service,
    group: group?.group,
    mode: group?.mode,
    bounds: group?.bounds,
    loaded: false,
    rows: new Map(),
    near: undefined,
    far: undefined,
    plan: undefined,
  };
}

/** Adds or replaces rows of a timeline. */
export function addRows(service, rows) {
  for (const row of rows) {
    const at = Date.parse(row.minute);
    service.rows.set(at, { ...service.rows.get(at), ...row });
  }
}

/** Notes the group as it was just seen. */
export function addFleet(service, fleet) {
  const minute = Math.floor(Date.parse(fleet.observedAt) / MINUTE) * MINUTE;
  const hosts = { floor: fleet.size.min, desired: fleet.size.desired, inService: fleet.inService };
  service.rows.set(minute, { ...service.rows.get(minute), hosts });
}

/** Notes a floor that was just decided. */
export function addDecision(service, decision) {
  const minute = Math.floor(Date.parse(decision.at) / MINUTE) * MINUTE;
  service.rows.set(minute, { ...service.rows.get(minute), decidedFloor: decision.change.to });
}

/** Forgets what lies before an instant. */
export function forgetBefore(service, at) {
  for (const minute of service.rows.keys()) {
    if (minute < at) {
      service.rows.delete(minute);
    }
  }
}

/** A forecast with its steps as numbers. */
export function readForecast(forecast) {
  if (!forecast) {
    return undefined;
  }
  const steps = forecast.steps.map((s) => ({
    from: Date.parse(s.from),
    until: Date.parse(s.until),
    p50: s.mean.p50,
    p95: s.mean.p95,
  }));
  const length = steps.length ? steps[0].until - steps[0].from : MINUTE;
  return { issuedAt: Date.parse(forecast.issuedAt), method: forecast.method, length, steps };
}

/** A plan with its steps as numbers. */
export function readPlan(plan) {
  if (!plan) {
    return undefined;
  }
  const steps = plan.steps.map((s) => ({
    launchAt: Date.parse(s.launchAt),
    until: Date.parse(s.until),
    hosts: s.hosts,
  }));
  return { steps, until: Math.max(0, ...steps.map((s) => s.until)) };
}

function stepAt(forecast, at) {
  if (!forecast?.steps.length) {
    return undefined;
  }
  return forecast.steps[Math.floor((at - forecast.issuedAt) / forecast.length)];
}

function plannedAt(service, at) {
  const plan = service.plan;
  if (!plan || at >= plan.until) {
    return null;
  }
  const { min, max } = service.bounds;
  let hosts = min;
  for (const step of plan.steps) {
    if (step.launchAt <= at && at < step.until) {
      hosts = Math.max(hosts, step.hosts);
    }
  }
  return Math.min(max, hosts);
}

function carried(service, at, field) {
  for (let i = 0; i <= CARRIED; i++) {
    const value = service.rows.get(at - i * MINUTE)?.[field];
    if (value !== undefined) {
      return value;
    }
  }
  return undefined;
}

/**
 * The columns of [from, until): x in seconds, then demand, p50, p95, and required, floor, desired,
 * in service, planned.
 */
export function columns(service, from, until, now) {
  const x = [];
  const demand = [[], [], []];
  const hosts = [[], [], [], [], []];
  const first = Math.floor(from / MINUTE) * MINUTE;
  for (let at = first; at < until; at += MINUTE) {
    const row = service.rows.get(at);
    const band = row?.forecast ?? stepAt(service.near, at) ?? stepAt(service.far, at);
    const size = at <= now ? carried(service, at, 'hosts') : undefined;
    const decided = at <= now ? carried(service, at, 'decidedFloor') : plannedAt(service, at);
    x.push(at / 1000);
    demand[0].push(row?.demandRpm ?? null);
    demand[1].push(band?.p50 ?? null);
    demand[2].push(band?.p95 ?? null);
    hosts[0].push(row?.requiredHosts ?? null);
    hosts[1].push(size?.floor ?? null);
    hosts[2].push(size?.desired ?? null);
    hosts[3].push(size?.inService ?? null);
    hosts[4].push(decided ?? null);
  }
  return { demand: [x, ...demand], hosts: [x, ...hosts] };
}

/** The newest minute with demand, with what was forecast for it; undefined before the first. */
export function newestDemand(service, now) {
  for (let at = Math.floor(now / MINUTE) * MINUTE, i = 0; i < 15; i++, at -= MINUTE) {
    const row = service.rows.get(at);
    if (row?.demandRpm !== undefined) {
      return row;
    }
  }
  return undefined;
}
