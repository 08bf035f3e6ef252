// What a service's chart shows, read once and kept up to date while the page is open.

import { get, getIfThere, paths } from '../core/api.js';
import { now, soon } from '../core/live.js';
import { addDecision, addFleet, addRows, forgetBefore, newHistory, readForecast, readPlan } from './series.js';
import { readTimeline, ServiceChart } from './service-chart.js';

const HOUR = 3_600_000;
const DRAW_EVERY = 250;
const MARKED = 500;
const PACE = { near: 1000, far: 4000, plan: 1000, events: 1500 };

const millis = (e) => ({
  ...e,
  start: Date.parse(e.start),
  end: Date.parse(e.end),
  phases: (e.phases ?? []).map((p) => ({ ...p, from: Date.parse(p.from), until: Date.parse(p.until) })),
});
const marked = (d) => ({ ...d, at: Date.parse(d.at) });

export class ServiceFeed {
  #stay;
  #marks = { events: [], decisions: [] };
  #hours;

  /** `of`: service, group (of the services' list, may be absent), hours, ahead. */
  constructor(stay, of) {
    this.#stay = stay;
    this.#hours = of.hours ?? 6;
    this.service = of.service;
    this.history = newHistory(of.group);
    this.group = of.group?.group;
    this.chart = new ServiceChart({ ...of, history: this.history, perHost: of.group?.demandPerHost, onRange: (hours) => this.#reach(hours) });
    this.node = this.chart.node;
  }

  /** Reads everything, and listens. */
  async open() {
    await this.#readAll();
    this.#listen();
    this.#stay.every(DRAW_EVERY, () => this.#draw());
    this.#stay.atEnd(() => this.chart.close());
    this.#draw();
  }

  async #readAll() {
    await Promise.all([this.#reach(this.#hours), this.#read('near'), this.#read('far'), this.#readPlan(), this.#readEvents(), this.#readMarks()]);
  }

  async #reach(hours) {
    this.#hours = hours;
    addRows(this.history, await readTimeline(this.service, now() - hours * HOUR, now()));
    this.chart.changed();
  }

  async #read(kind) {
    this.history[kind] = readForecast(await getIfThere(paths.forecast(this.service, kind)));
    this.chart.changed();
  }

  async #readPlan() {
    if (this.group) {
      this.history.plan = readPlan(await getIfThere(paths.plan(this.group)));
      this.chart.changed();
    }
  }

  async #readEvents() {
    const page = await get(paths.events(now() - 7 * 24 * HOUR, now() + 48 * HOUR));
    this.#marks.events = page.items.map(millis);
    this.chart.changed();
  }

  async #readMarks() {
    if (this.group) {
      const page = await get(paths.decisions({ group: this.group, action: 'raise,lower', limit: MARKED }));
      this.#marks.decisions = page.items.map(marked);
      this.chart.changed();
    }
  }

  #draw() {
    if (this.#stay.isOpen) {
      this.chart.draw(this.#marks);
    }
  }

  #listen() {
    const { history, chart } = this;
    const own = (key) => (item) => item[key] === (key === 'service' ? this.service : this.group);
    const all = (key, add) => (items) => {
      const mine = items.filter(own(key));
      mine.forEach((item) => add(item));
      if (mine.length > 0) {
        chart.changed();
      }
    };
    const again = (name, read) => soon(`${name} ${this.service}`, PACE[name], () => this.#stay.isOpen && read());
    this.#stay.on('refresh', () => this.#readAll().catch(() => {}));
    this.#stay.on('minute', all('service', (row) => {
      addRows(history, [row]);
      forgetBefore(history, now() - 169 * HOUR);
    }));
    this.#stay.on('fleet', all('group', (state) => state.size && addFleet(history, state)));
    this.#stay.on('decision', all('group', (d) => {
      addDecision(history, d);
      if (d.action !== 'HOLD') {
        this.#marks.decisions = [marked(d), ...this.#marks.decisions].slice(0, MARKED);
      }
    }));
    this.#stay.on('forecast', (heads) => {
      for (const kind of heads.filter(own('service')).map((h) => h.kind.toLowerCase())) {
        again(kind, () => this.#read(kind));
      }
    });
    this.#stay.on('plan', (heads) => heads.some(own('group')) && again('plan', () => this.#readPlan()));
    this.#stay.on('event', () => again('events', () => this.#readEvents()));
  }
}
