// Reads what is shown, listens for what changes, and draws at a measured pace.

import { get, getIfThere, listen, paths } from './api.js';
import { showLink, showStatus } from './banner.js';
import { ServiceCard } from './card.js';
import { DecisionTable } from './decisions.js';
import { byId, el, setText } from './dom.js';
import { zone } from './format.js';
import { addDecision, addFleet, addRows, forgetBefore, newService, readForecast, readPlan } from './series.js';
import { onThemeChange } from './theme.js';

const HOUR = 3_600_000;
const RANGES = [2, 6, 24, 48];
const AHEAD = 1 / 3;
const DRAW_EVERY = 250;
const REREAD_EVERY = { near: 1000, far: 4000, plan: 1000, events: 1000, health: 15_000 };
const MARKED = 500;

const services = new Map();
const cards = new Map();
const table = new DecisionTable();
let events = [];
let changes = [];
let now = 0;
let hours = 6;
let wanted = hours;
let drawn = '';
let dirty = 0;
let starting;

const range = () => hours * HOUR;
const serviceOf = (group) => [...services.values()].find((s) => s.group === group);
const invalidate = () => dirty++;

// Reading

/** `summary` says which forecasts and plans exist already; without one, those known so far. */
async function readService(service, summary) {
  const name = service.name;
  const has = (kind) => service[kind] || summary?.forecasts.some((f) => f.kind === kind.toUpperCase());
  const forecast = (kind) => (has(kind) ? getIfThere(paths.forecast(name, kind)) : undefined);
  const planned = service.plan || summary?.groups.some((g) => g.planDigest);
  const [timeline, near, far, plan] = await Promise.all([
    get(paths.timeline(name, now - wanted * HOUR, now)),
    forecast('near'),
    forecast('far'),
    planned ? getIfThere(paths.plan(service.group)) : undefined,
  ]);
  service.rows.clear();
  service.loaded = true;
  service.troubles = summary ? troubles(summary) : service.troubles;
  addRows(service, timeline.items);
  service.near = readForecast(near);
  service.far = readForecast(far);
  service.plan = readPlan(plan);
  invalidate();
}

async function readEvents() {
  const page = await get(paths.events(now - 48 * HOUR, now + 48 * HOUR));
  events = page.items.map((e) => ({ ...e, start: Date.parse(e.start), end: Date.parse(e.end) }));
  invalidate();
}

const marked = (d) => ({ ...d, at: Date.parse(d.at) });

async function readChanges() {
  changes = (await get(paths.decisions('raise,lower', MARKED))).items.map(marked);
  invalidate();
}

const troubles = (summary) => summary.health.filter((h) => h.verdict === 'DEGRADED').map((h) => h.sentence);

async function readHealth() {
  const { items } = await get('/v1/services');
  for (const summary of items) {
    const service = services.get(summary.service);
    if (service) {
      service.troubles = troubles(summary);
    }
  }
  invalidate();
}

async function readAll() {
  const status = await get('/v1/status');
  takeStatus(status);
  const { items } = await get('/v1/services');
  for (const summary of items) {
    if (!services.has(summary.service)) {
      const service = newService(summary);
      const card = new ServiceCard(service);
      services.set(service.name, service);
      cards.set(service.name, card);
      byId('services').append(card.node);
    }
  }
  const none = byId('services-placeholder');
  setText(none, 'No service is known yet. One appears with its first demand.');
  none.hidden = services.size > 0;
  const reads = items.map((summary) => readService(services.get(summary.service), summary));
  await Promise.all([...reads, readEvents(), readChanges(), table.load()]);
}

/** Reads everything; one at a time, and once more when asked meanwhile. */
function start() {
  if (starting) {
    starting.again = true;
    return;
  }
  const mine = { again: false };
  starting = mine;
  readAll()
    .catch((error) => setText(byId('services-placeholder'), `The API cannot be read: ${error.message}`))
    .finally(() => {
      starting = undefined;
      if (mine.again) {
        start();
      }
    });
}

const due = new Map();

/** Runs a read soon, and no more often than its pace. */
function reread(key, pace, read) {
  if (!due.has(key)) {
    due.set(
      key,
      setTimeout(() => {
        due.delete(key);
        read().catch(() => {});
      }, pace),
    );
  }
}

// Hearing

function takeStatus(status) {
  now = Date.parse(status.engineTime);
  showStatus(status, changes[0]);
}

const on = {
  clock: takeStatus,
  minute: (rows) => {
    for (const row of rows) {
      const service = services.get(row.service);
      if (service) {
        addRows(service, [row]);
        forgetBefore(service, now - 49 * HOUR);
      } else {
        start();
      }
    }
    invalidate();
  },
  fleet: (states) => {
    for (const state of states) {
      const service = serviceOf(state.group);
      if (service) {
        addFleet(service, state);
      }
    }
    invalidate();
  },
  decision: (decisions) => {
    for (const decision of decisions) {
      const service = serviceOf(decision.group);
      if (service) {
        addDecision(service, decision);
      }
    }
    changes = decisions
      .filter((d) => d.action !== 'HOLD')
      .map(marked)
      .reverse()
      .concat(changes)
      .slice(0, MARKED);
    table.add(decisions);
    invalidate();
  },
  forecast: (heads) => {
    reread('health', REREAD_EVERY.health, readHealth);
    for (const head of heads) {
      const service = services.get(head.service);
      const kind = head.kind.toLowerCase();
      if (service) {
        reread(`${kind} ${service.name}`, REREAD_EVERY[kind], async () => {
          service[kind] = readForecast(await getIfThere(paths.forecast(service.name, kind)));
          invalidate();
        });
      }
    }
  },
  plan: (heads) => {
    for (const head of heads) {
      const service = serviceOf(head.group);
      if (service) {
        reread(`plan ${head.group}`, REREAD_EVERY.plan, async () => {
          service.plan = readPlan(await getIfThere(paths.plan(head.group)));
          invalidate();
        });
      }
    }
  },
  event: () => reread('events', REREAD_EVERY.events, readEvents),
};

// Drawing

function draw() {
  const pixel = Math.floor(now / (range() / 900));
  const key = `${dirty} ${pixel} ${hours}`;
  if (!now || key === drawn || document.hidden) {
    return;
  }
  drawn = key;
  document.body.dataset.hours = hours;
  setText(byId('zone-note'), `Times are ${zone(now)}`);
  for (const [name, card] of cards) {
    const group = services.get(name).group;
    card.draw({
      now,
      from: now - range(),
      until: now + range() * AHEAD,
      events,
      decisions: changes.filter((d) => d.group === group),
    });
  }
}

/** Shows another range once it has been read. */
async function choose(choice) {
  wanted = choice;
  for (const button of byId('ranges').children) {
    button.setAttribute('aria-pressed', String(button.value === String(choice)));
  }
  await Promise.allSettled([...services.values()].map((service) => readService(service)));
  if (wanted === choice) {
    hours = choice;
    draw();
  }
}

function addRanges() {
  for (const choice of RANGES) {
    const pressed = String(choice === hours);
    const button = el('button', { type: 'button', value: choice, text: `${choice} h`, 'aria-pressed': pressed });
    button.addEventListener('click', () => choose(choice));
    byId('ranges').append(button);
  }
}

addRanges();
onThemeChange(() => cards.forEach((card) => card.recolor()));
setInterval(draw, DRAW_EVERY);
listen(on, showLink, start);
