// A service on the page: what it is, its two plots, and the values under the cursor.

import { clock, clockBoth, hosts, number, rpm, signed } from './format.js';
import { el, setText } from './dom.js';
import { decisionNear } from './layers.js';
import { demandPlot, hostsPlot } from './plots.js';
import { columns, newestDemand } from './series.js';

const DEMAND_KEY = [
  ['demand', 'Demand', rpm],
  ['p50', 'Forecast p50', rpm],
  ['band', 'p95', rpm],
];
const HOSTS_KEY = [
  ['required', 'Required', number],
  ['floor', 'Floor', number],
  ['desired', 'Desired', number],
  ['inservice', 'In service', number],
  ['planned', 'Floor as planned', number],
];
const RECENT = 5;

function keyOf(entries) {
  const values = [];
  const list = el('ul', { class: 'key' });
  for (const [series, label] of entries) {
    const value = el('span', { class: `value value-${series}`, text: '–' });
    values.push(value);
    list.append(
      el(
        'li',
        {},
        el('span', { class: 'swatch', 'data-series': series }),
        el('span', { text: label }),
        value,
      ),
    );
  }
  return { list, values };
}

const also = (series, label) =>
  el('li', {}, el('span', { class: 'swatch', 'data-series': series }), el('span', { text: label }));

export class ServiceCard {
  #view = { now: 0, from: 0, until: 1, events: [], decisions: [] };
  #service;
  #plots = [];
  #demandKey = keyOf(DEMAND_KEY);
  #hostsKey = keyOf(HOSTS_KEY);
  #facts = el('span', { class: 'facts-line muted' });
  #at = el('span', { class: 'at muted num' });
  #tip = el('div', { class: 'tip', hidden: true });
  #demandBox = el('div', { class: 'plot demand', role: 'img' });
  #hostsBox = el('div', { class: 'plot hosts', role: 'img' });
  #empty = el('div', { class: 'state', text: 'Loading…' });
  #bare = el('div', { class: 'state', text: 'No group of hosts is configured for this service' });

  constructor(service) {
    this.#service = service;
    this.#demandKey.list.append(also('event', 'Event'));
    this.#hostsKey.list.append(
      el('li', { class: 'muted', text: '▲ raised ▽ lowered' }),
    );
    this.#demandBox.append(this.#empty);
    this.#hostsBox.append(this.#bare, this.#tip);
    this.#bare.hidden = Boolean(service.group);
    this.node = el(
      'article',
      { class: 'service card', 'aria-label': `Service ${service.name}` },
      el('div', { class: 'card-head' }, el('h2', { text: service.name }), this.#facts, this.#at),
      el('div', { class: 'plot-head' }, el('h3', { text: 'Demand, requests/min' }), this.#demandKey.list),
      this.#demandBox,
      el('div', { class: 'plot-head' }, el('h3', { text: 'Hosts' }), this.#hostsKey.list),
      this.#hostsBox,
    );
  }

  /** Draws; `shown` holds now, from, until, and the events and decisions to mark. */
  draw(shown) {
    Object.assign(this.#view, shown);
    const data = columns(this.#service, shown.from, shown.until, shown.now);
    if (this.#plots.length === 0) {
      this.#create(data);
    } else {
      this.#plots[0].setData(data.demand);
      this.#plots[1].setData(data.hosts);
    }
    setText(this.#empty, this.#service.loaded ? 'No demand seen yet' : 'Loading…');
    this.#empty.hidden = data.demand[1].some((value) => value !== null);
    this.#values();
    this.#sayFacts();
  }

  /** Draws again with other colours. */
  recolor() {
    this.#plots.forEach((plot) => plot.redraw(true, true));
  }

  #create(data) {
    const size = (box) => ({ width: box.clientWidth, height: box.clientHeight });
    const sync = `service-${this.#service.name}`;
    const boxes = [this.#demandBox, this.#hostsBox];
    this.#plots = [
      new window.uPlot(demandPlot(this.#view, size(boxes[0]), sync), data.demand, boxes[0]),
      new window.uPlot(hostsPlot(this.#view, size(boxes[1]), sync), data.hosts, boxes[1]),
    ];
    this.#plots.forEach((plot, i) => {
      plot.hooks.setCursor = [...(plot.hooks.setCursor ?? []), () => this.#values()];
      new ResizeObserver(() => plot.setSize(size(boxes[i]))).observe(boxes[i]);
    });
  }

  #values() {
    const [demand, hostsPlotted] = this.#plots;
    const index = demand.cursor.idx;
    this.#show(this.#demandKey.values, DEMAND_KEY, demand.data, index);
    this.#show(this.#hostsKey.values, HOSTS_KEY, hostsPlotted.data, index);
    const at = index === null || index === undefined ? undefined : demand.data[0][index] * 1000;
    setText(this.#at, at ? `at ${clockBoth(at)}` : `now ${clockBoth(this.#view.now)}`);
    this.#showTip(hostsPlotted);
  }

  #show(nodes, key, data, index) {
    const now = Math.floor((this.#view.now / 1000 - data[0][0]) / 60);
    nodes.forEach((node, i) => {
      const values = data[i + 1];
      let value = values[index ?? now];
      for (let back = 1; index === null && value === null && back <= RECENT; back++) {
        value = values[now - back] ?? null;
      }
      setText(node, key[i][2](value));
    });
  }

  #showTip(plot) {
    const decision = decisionNear(plot, this.#view);
    this.#tip.hidden = !decision;
    if (!decision) {
      return;
    }
    const { from, to } = decision.change;
    const raise = decision.action === 'RAISE';
    this.#tip.replaceChildren(
      el('strong', {
        text: `${raise ? '▲' : '▽'} ${clock(decision.at)} ${signed(to - from)} → ${hosts(to)}`,
      }),
      el('span', { text: decision.reason }),
    );
    const x = plot.valToPos(decision.at / 1000, 'x') + plot.over.offsetLeft;
    const room = this.#hostsBox.clientWidth - this.#tip.offsetWidth - 4;
    this.#tip.style.left = `${Math.max(4, Math.min(room, x + 12))}px`;
    this.#tip.style.top = '12px';
  }

  #sayFacts() {
    const service = this.#service;
    const row = newestDemand(service, this.#view.now);
    const parts = [];
    if (row) {
      const inside = row.forecast && row.demandRpm <= row.forecast.p95;
      const against = row.forecast
        ? ` (forecast said ${number(row.forecast.p50)}, ${inside ? 'below' : 'ABOVE'} p95 ${number(row.forecast.p95)})`
        : '';
      parts.push(`${rpm(row.demandRpm)}${against}`);
    }
    if (service.group) {
      parts.push(`group ${service.group}`);
    }
    if (service.near) {
      parts.push(`forecast by ${service.near.method.method} at ${clock(service.near.issuedAt)}`);
    }
    for (const trouble of service.troubles ?? []) {
      parts.push(`forecasts DEGRADED: ${trouble}`);
    }
    setText(this.#facts, parts.join(' · '));
    this.#demandBox.setAttribute('aria-label', `Demand of ${service.name}: ${parts[0] ?? 'none yet'}`);
    this.#hostsBox.setAttribute('aria-label', `Hosts of ${service.group ?? service.name} over time`);
  }
}
