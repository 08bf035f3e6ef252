// From what the API says to the even columns that a plot wants. Unknown is null, never zero.

export const MINUTE = 60_000;
const CARRIED = 2;

/** Columns of the plot after x. */
export const SERIES = ['demand', 'p50', 'p95', 'required', 'floor', 'desired', 'inservice', 'planned'];

/** What is known of a service and one group of it. Instants are milliseconds. */
export function newHistory(group) {
  return { group, rows: new Map(), near: undefined, far: undefined, plan: undefined, believed: undefined };
}

/** Adds or replaces rows of a timeline. */
export function addRows(history, rows) {
  for (const row of rows) {
    const at = Date.parse(row.minute);
    const old = history.rows.get(at);
    history.rows.set(at, old ? { ...old, ...row } : row);
  }
}

/** Notes the group as it was just seen. */
export function addFleet(history, fleet) {
  const minute = Math.floor(Date.parse(fleet.observedAt) / MINUTE) * MINUTE;
  const hosts = { floor: fleet.size.min, desired: fleet.size.desired, inService: fleet.inService };
  history.rows.set(minute, { ...history.rows.get(minute), hosts });
}

/** Notes a floor that was just decided. */
export function addDecision(history, decision) {
  const minute = Math.floor(Date.parse(decision.at) / MINUTE) * MINUTE;
  history.rows.set(minute, { ...history.rows.get(minute), decidedFloor: decision.change.to });
}

/** Forgets what lies before an instant. */
export function forgetBefore(history, at) {
  for (const minute of history.rows.keys()) {
    if (minute < at) {
      history.rows.delete(minute);
    }
  }
}

const quantile = (step, name, p) =>
  step.mean?.[name] ?? step.quantiles?.[p] ?? step[name] ?? step.mean?.[p] ?? null;

/** A forecast with its steps as numbers. */
export function readForecast(forecast) {
  if (!forecast?.steps) {
    return undefined;
  }
  const steps = forecast.steps.map((s) => ({
    from: Date.parse(s.from),
    until: Date.parse(s.until),
    p50: quantile(s, 'p50', '0.5'),
    p95: quantile(s, 'p95', '0.95'),
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
    launchAt: Date.parse(s.launchAt ?? s.at),
    until: Date.parse(s.until),
    hosts: s.hosts,
  }));
  return { steps, until: Math.max(0, ...steps.map((s) => s.until)) };
}

function stepAt(forecast, at) {
  if (!forecast?.steps.length) {
    return undefined;
  }
  return forecast.steps[Math.floor((at - forecast.steps[0].from) / forecast.length)];
}

/** Floors by minute of [first, first + n minutes): the highest step of a plan, within bounds. */
function planned(history, first, n) {
  const { plan, group } = history;
  const floors = new Array(n).fill(null);
  if (!plan || !group) {
    return floors;
  }
  const { min, max } = group.bounds;
  const end = Math.min(n, Math.ceil((plan.until - first) / MINUTE));
  floors.fill(min, 0, Math.max(0, end));
  for (const step of plan.steps) {
    const from = Math.max(0, Math.ceil((step.launchAt - first) / MINUTE));
    const until = Math.min(end, Math.ceil((step.until - first) / MINUTE));
    for (let i = from; i < until; i++) {
      floors[i] = Math.min(max, Math.max(floors[i], step.hosts));
    }
  }
  return floors;
}

/** What was or is forecast for a minute; under as-of, only what was believed then. */
function bandOf(history, at, row) {
  const believed = history.believed;
  if (believed) {
    return stepAt(believed.near, at) ?? stepAt(believed.far, at);
  }
  return row?.forecast ?? stepAt(history.near, at) ?? stepAt(history.far, at);
}

/** The columns of [from, until): x in seconds, then SERIES. */
export function columns(history, from, until, now) {
  const first = Math.floor(from / MINUTE) * MINUTE;
  const n = Math.max(0, Math.ceil((until - first) / MINUTE));
  const data = [new Array(n), ...SERIES.map(() => new Array(n).fill(null))];
  const [x, demand, p50, p95, required, floor, desired, inService, plan] = data;
  const ahead = planned(history, first, n);
  let seen = -Infinity;
  let size;
  let decidedAt = -Infinity;
  let decided;
  for (let i = 0; i < n; i++) {
    const at = first + i * MINUTE;
    const row = history.rows.get(at);
    const band = bandOf(history, at, row);
    x[i] = at / 1000;
    demand[i] = row?.demandRpm ?? null;
    p50[i] = band?.p50 ?? null;
    p95[i] = band?.p95 ?? null;
    required[i] = row?.requiredHosts ?? null;
    if (row?.hosts) {
      [seen, size] = [i, row.hosts];
    }
    if (row?.decidedFloor !== undefined) {
      [decidedAt, decided] = [i, row.decidedFloor];
    }
    const past = at <= now;
    if (past && size && i - seen <= CARRIED) {
      floor[i] = size.floor;
      desired[i] = size.desired;
      inService[i] = size.inService;
    }
    plan[i] = past ? (i - decidedAt <= CARRIED ? decided : null) : ahead[i];
  }
  return data;
}

/** The newest minute with demand; undefined before the first. */
export function newestDemand(history, now) {
  for (let at = Math.floor(now / MINUTE) * MINUTE, i = 0; i < 15; i++, at -= MINUTE) {
    const row = history.rows.get(at);
    if (row?.demandRpm !== undefined && row.demandRpm !== null) {
      return row;
    }
  }
  return undefined;
}
