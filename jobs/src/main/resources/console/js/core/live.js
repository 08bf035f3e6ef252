// What every page knows: who asks, the status, orders and reviews, and the news as it comes.

import { abandon, get, getAll, getIfThere, listen, paths } from './api.js';

const OTHERS_EVERY = 15_000;
const listeners = new Map();

export const live = {
  session: undefined,
  status: undefined,
  statusAt: 0,
  overrides: [],
  reviews: [],
  conflicts: [],
  link: 'connecting',
  trouble: undefined,
};

/** Calls back with what comes on a topic, until the answer is called. */
export function subscribe(topic, call) {
  if (!listeners.has(topic)) {
    listeners.set(topic, new Set());
  }
  listeners.get(topic).add(call);
  return () => listeners.get(topic).delete(call);
}

/** Tells a topic's listeners. */
export function tell(topic, data) {
  for (const call of [...(listeners.get(topic) ?? [])]) {
    call(data);
  }
}

/** The engine's time in milliseconds; between two statuses it goes on at the engine's speed. */
export function now() {
  if (!live.status) {
    return Date.now();
  }
  const running = live.status.state !== 'ENDED' && live.link === 'live';
  const gone = running ? Math.min(2000, performance.now() - live.statusAt) : 0;
  return Date.parse(live.status.engineTime) + gone * live.status.speed;
}

/** Whether whoever is signed in may do what needs a role; undefined session: nobody. */
export function may(role) {
  const roles = live.session?.roles ?? [];
  return roles.includes('admin') || roles.includes(role) || (role === 'viewer' && roles.length > 0);
}

function takeStatus(status) {
  live.status = status;
  live.statusAt = performance.now();
  live.trouble = undefined;
  tell('clock', status);
}

/** Reads orders and reviews again; both are few. */
export async function readOrders() {
  const [overrides, reviews] = await Promise.all([
    getAll(paths.overrides()),
    getIfThere('/v1/reviews?status=pending_review'),
  ]);
  live.overrides = overrides;
  live.reviews = reviews?.items ?? [];
  tell('orders');
}

/** Reads again which groups somebody else has changed. */
async function readConflicts() {
  const fleets = await getAll('/v1/fleets');
  const told = fleets.map((f) => ({ group: f.group, conflict: f.standing?.conflict }));
  live.conflicts = told.filter((t) => t.conflict);
}

const due = new Map();

/** Runs a read soon, and no more often than its pace in milliseconds. */
export function soon(key, pace, read) {
  if (!due.has(key)) {
    due.set(
      key,
      setTimeout(() => {
        due.delete(key);
        Promise.resolve(read()).catch(() => {});
      }, pace),
    );
  }
}

let starting;

/** Reads everything; one at a time, and once more when asked meanwhile. */
export function refresh() {
  if (starting) {
    starting.again = true;
    return;
  }
  const mine = { again: false };
  starting = mine;
  get('/v1/status')
    .then(takeStatus)
    .then(readOrders)
    .catch((error) => {
      if (starting === mine) {
        live.trouble = error;
        tell('trouble', error);
      }
    })
    .finally(() => {
      if (starting !== mine) {
        return;
      }
      starting = undefined;
      tell('refresh');
      if (mine.again) {
        refresh();
      }
    });
}

let stop;

/** Begins to listen; the session must stand. */
export function start() {
  stop?.();
  const pass = (topic) => (data) => tell(topic, data);
  const orders = () => soon('orders', 300, readOrders);
  const on = {
    clock: takeStatus,
    minute: pass('minute'),
    fleet: pass('fleet'),
    decision: pass('decision'),
    forecast: pass('forecast'),
    plan: pass('plan'),
    event: pass('event'),
    override: orders,
    review: orders,
  };
  const onLink = (link) => {
    live.link = link;
    tell('link', link);
  };
  const close = listen(on, onLink, refresh);
  const conflicts = () => soon('conflicts', 1000, readConflicts);
  const others = () => {
    orders();
    conflicts();
  };
  const timer = setInterval(() => document.hidden || others(), OTHERS_EVERY);
  conflicts();
  stop = () => {
    close();
    clearInterval(timer);
  };
}

/** Stops to listen and lets go of all that is under way or due: nobody is signed in. */
export function halt() {
  stop?.();
  stop = undefined;
  starting = undefined;
  due.forEach(clearTimeout);
  due.clear();
  abandon();
  live.status = undefined;
  live.overrides = [];
  live.reviews = [];
  live.conflicts = [];
}
