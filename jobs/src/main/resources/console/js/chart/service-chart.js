// The chart of a service with its key, its values under the cursor, ranges, zoom and as-of.

import { get, getIfThere, paths } from '../core/api.js';
import { el, setAttribute, setText, button } from '../core/dom.js';
import { clock, clockBoth, dayClock, hosts, number, rpm, signed } from '../core/format.js';
import { now } from '../core/live.js';
import { onThemeChange } from '../core/theme.js';
import { decisionNear } from './layers.js';
import { servicePlot } from './plot.js';
import { columns, readForecast, SERIES } from './series.js';

const HOUR = 3_600_000;
const AHEAD = 1 / 3;
const MOST_AHEAD = 24 * HOUR;
const RECENT = 5;
const KEY = [
  ['demand', 'Demand', rpm],
  ['p50', 'Forecast p50', rpm],
  ['p95', 'p95', rpm],
  ['required', 'Required', number],
  ['floor', 'Floor', number],
  ['desired', 'Desired', number],
  ['inservice', 'In service', number],
  ['planned', 'Planned floor', number],
];
export const RANGES = [
  [2, '2 h'],
  [6, '6 h'],
  [24, '24 h'],
  [48, '2 d'],
  [168, '7 d'],
];

export class ServiceChart {
  #history;
  #view = { now: 0, from: 0, until: 1, perHost: 1, events: [], decisions: [], asOf: undefined };
  #range = { hours: 6 };
  #zoomed;
  #plot;
  #values = new Map();
  #box = el('div', { class: 'plot', role: 'img', 'aria-label': 'Demand and hosts over time' });
  #state = el('div', { class: 'state', text: 'Loading…' });
  #tip = el('div', { class: 'tip', hidden: true });
  #at = el('span', { class: 'at muted num' });
  #slider = el('input', { type: 'range', min: '0', max: '1', step: '60', value: '1' });
  #sliderText = el('output', { class: 'num' });
  #present = button('Back to now', () => this.#believe(undefined), { class: 'present', disabled: true });
  #out = button('Zoom out', () => this.#zoom(undefined), { class: 'zoom-out', disabled: true });
  #ends = [];
  #asked = 0;
  #onRange;
  #dirty = true;
  #pixel;

  /** `of`: service, history (see series.js), perHost, and onRange(hours): read what is not there. */
  constructor(of) {
    this.#history = of.history;
    this.#view.perHost = of.perHost || 1;
    this.#onRange = of.onRange ?? (() => {});
    this.service = of.service;
    this.#range.hours = of.hours ?? 6;
    this.#range.ahead = of.ahead;
    this.#slider.setAttribute('aria-label', 'As of: show what was believed then');
    this.#slider.addEventListener('input', () => this.#slide());
    this.#box.append(this.#state, this.#tip);
    this.node = el('section', { class: 'chart card', 'aria-label': `Chart of ${of.service}` }, this.#tools(), this.#key(), this.#box, this.#foot());
    this.#ends.push(onThemeChange(() => this.#plot?.redraw(true, true)));
  }

  #tools() {
    this.ranges = RANGES.map(([hours, text]) => button(text, () => this.choose(hours), { value: hours, 'aria-pressed': String(hours === this.#range.hours) }));
    return el('div', { class: 'toolbar' }, el('div', { class: 'ranges', role: 'group', 'aria-label': 'Time shown' }, this.ranges), this.#out, el('span', { class: 'muted hint-zoom', text: 'drag over the chart to zoom' }), this.#at);
  }

  #key() {
    const entry = ([series, label]) => {
      const value = el('span', { class: `value value-${series}`, text: '–' });
      this.#values.set(series, value);
      return el('li', {}, el('span', { class: 'swatch', 'data-series': series }), el('span', { text: label }), value);
    };
    const marks = el('li', { class: 'muted', text: '▲ raised ▽ lowered' });
    const event = el('li', {}, el('span', { class: 'swatch', 'data-series': 'event' }), 'Event and its phases');
    return el('ul', { class: 'key' }, KEY.map(entry), event, marks);
  }

  #foot() {
    return el('div', { class: 'as-of' }, el('span', { class: 'as-of-label', text: 'As of' }), this.#slider, this.#sliderText, this.#present);
  }

  get hours() {
    return this.#range.hours;
  }

  get shown() {
    return { from: this.#view.from, until: this.#view.until };
  }

  /** Shows another range once it has been read. */
  async choose(hours) {
    this.ranges.forEach((b) => b.setAttribute('aria-pressed', String(b.value === String(hours))));
    this.#zoomed = undefined;
    await this.#onRange(hours);
    this.#range.hours = hours;
    document.body.dataset.hours = hours;
    this.changed();
    this.draw();
  }

  /** Says that the history has changed. */
  changed() {
    this.#dirty = true;
  }

  #zoom(to) {
    this.#zoomed = to;
    this.#out.disabled = !to;
    this.changed();
    this.draw();
  }

  #window() {
    const at = now();
    if (this.#zoomed) {
      return this.#zoomed;
    }
    const range = this.#range.hours * HOUR;
    return { from: at - range, until: at + (this.#range.ahead ?? Math.min(MOST_AHEAD, range * AHEAD)) };
  }

  /** Draws where something has changed; `of` holds events and decisions to mark. */
  draw(of = {}) {
    Object.assign(this.#view, of, { now: now() });
    const { from, until } = this.#window();
    const pixel = this.#zoomed ? 0 : Math.floor(this.#view.now / ((until - from) / 1200));
    if ((!this.#dirty && pixel === this.#pixel) || this.#box.clientWidth === 0) {
      return;
    }
    this.#dirty = false;
    this.#pixel = pixel;
    Object.assign(this.#view, { from, until });
    const data = columns(this.#history, from, until, this.#view.now);
    if (this.#plot) {
      this.#plot.setData(data);
    } else {
      this.#create(data);
    }
    this.#state.hidden = data[1].some((v) => v !== null) || data[7].some((v) => v !== null);
    setText(this.#state, 'Nothing was measured in this time');
    this.#scale();
    this.#say();
  }

  /** The plot itself, for measurements. */
  get plot() {
    return this.#plot;
  }

  #create(data) {
    const size = () => ({ width: this.#box.clientWidth, height: this.#box.clientHeight });
    this.#plot = new window.uPlot(servicePlot(this.#view, size(), (from, until) => this.#zoom({ from, until })), data, this.#box);
    this.#plot.hooks.setCursor = [() => this.#say()];
    const sized = new ResizeObserver(() => this.#box.clientWidth > 0 && this.#plot.setSize(size()));
    sized.observe(this.#box);
    this.#ends.push(() => sized.disconnect(), () => this.#plot.destroy());
    this.#box.append(this.#tip);
  }

  #scale() {
    const { now: at } = this.#view;
    setAttribute(this.#slider, 'min', Math.round((at - this.#range.hours * HOUR) / 1000));
    setAttribute(this.#slider, 'max', Math.round(at / 1000));
    if (!this.#view.asOf) {
      this.#slider.value = String(Math.round(at / 1000));
      setText(this.#sliderText, 'now');
    }
  }

  #slide() {
    const at = Number(this.#slider.value) * 1000;
    this.#believe(at > this.#view.now - 60_000 ? undefined : at);
  }

  async #believe(at) {
    const mine = ++this.#asked;
    this.#view.asOf = at;
    this.#present.disabled = !at;
    setText(this.#sliderText, at ? `${dayClock(at)}: what was believed then` : 'now');
    if (at) {
      // A slider says many instants on its way; only where it rests is asked.
      await new Promise((resolve) => setTimeout(resolve, 150));
    }
    if (mine !== this.#asked) {
      return;
    }
    const read = (kind) => getIfThere(paths.forecast(this.service, kind, at)).then(readForecast);
    try {
      const [near, far] = at ? await Promise.all([read('near'), read('far')]) : [];
      if (mine === this.#asked) {
        this.#history.believed = at ? { near, far } : undefined;
        if (at && !near && !far) {
          setText(this.#sliderText, `${dayClock(at)}: no forecast is known from then`);
        }
      }
    } catch (error) {
      setText(this.#sliderText, error.message);
    }
    this.changed();
    this.draw();
  }

  #say() {
    const { data, cursor } = this.#plot;
    const index = cursor.idx;
    const here = Math.max(0, Math.floor((this.#view.now / 1000 - data[0][0]) / 60));
    for (const [i, [series, , say]] of KEY.entries()) {
      const values = data[SERIES.indexOf(series) + 1];
      let value = values[index ?? here];
      for (let back = 1; (index ?? undefined) === undefined && (value ?? undefined) === undefined && back <= RECENT; back++) {
        value = values[here - back];
      }
      setText(this.#values.get(KEY[i][0]), say(value));
    }
    const at = (index ?? undefined) === undefined ? undefined : data[0][index] * 1000;
    setText(this.#at, at ? `at ${clockBoth(at)}` : `now ${clockBoth(this.#view.now)}`);
    this.#showTip();
  }

  #showTip() {
    const decision = decisionNear(this.#plot, this.#view);
    this.#tip.hidden = !decision;
    if (!decision) {
      return;
    }
    const { from, to } = decision.change;
    const mark = decision.action === 'RAISE' ? '▲' : '▽';
    this.#tip.replaceChildren(
      el('strong', { text: `${mark} ${clock(decision.at)} ${signed(to - from)} → ${hosts(to)}` }),
      el('span', { text: decision.reason }),
    );
    const x = this.#plot.valToPos(decision.at / 1000, 'x') + this.#plot.over.offsetLeft;
    const room = this.#box.clientWidth - this.#tip.offsetWidth - 4;
    this.#tip.style.left = `${Math.max(4, Math.min(room, x + 12))}px`;
    this.#tip.style.top = '12px';
  }

  /** Lets go of what it holds. */
  close() {
    this.#ends.forEach((end) => end?.());
  }
}

/** Reads a page of minutes; of a long range in parts, so that each answer stays small. */
export async function readTimeline(service, from, to) {
  const most = 48 * HOUR;
  const parts = [];
  for (let until = to; until > from; until -= most) {
    parts.push(get(paths.timeline(service, Math.max(from, until - most), until)));
  }
  return (await Promise.all(parts)).flatMap((page) => page.items);
}
