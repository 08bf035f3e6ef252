// Decisions, newest first; new ones wait while somebody reads.

import { get, paths } from '../core/api.js';
import { button, el, empty, fill, setText } from '../core/dom.js';
import { clock, dayName, number, utcNote } from '../core/format.js';
import { link } from '../core/router.js';
import { sentence } from './sentence.js';

const SHOWN = 50;
const MOST = 500;
const MARKS = { RAISE: '▲', LOWER: '▽', HOLD: '=' };
const WORDS = { RAISE: 'raised', LOWER: 'lowered', HOLD: 'no change' };

const keyOf = (d) => `${d.group}/${d.sequence}`;
const order = (a, b) => Date.parse(b.at) - Date.parse(a.at) || b.sequence - a.sequence;

/** Where a decision is explained. */
export const explainLink = (d) => link('decisions', d.group, String(d.sequence));

function row(d) {
  const { from, wanted, to } = d.change;
  const at = Date.parse(d.at);
  const utc = utcNote(at);
  return el(
    'tr',
    { 'data-action': d.action },
    el('td', { class: 'when' }, el('time', { datetime: d.at, text: `${dayName(at)} ${clock(at)}` }), el('span', { class: 'muted', text: utc ? ` (${utc})` : ' UTC' })),
    el('td', { class: 'group', text: d.group }),
    el(
      'td',
      { class: 'num change' },
      el('span', { class: 'mark', 'aria-hidden': 'true', text: MARKS[d.action] }),
      el('span', { class: 'visually-hidden', text: `${WORDS[d.action]} ` }),
      el('span', { text: from === to ? number(to) : `${number(from)} → ${number(to)}` }),
    ),
    el('td', { class: 'num wanted muted', text: wanted === to ? '' : number(wanted) }),
    el('td', { class: 'why', text: sentence(d.reason) }),
    el('td', { class: 'explain' }, el('a', { href: explainLink(d), text: 'Explain', 'aria-label': `Explain decision ${d.sequence} on ${d.group}` })),
  );
}

export class DecisionList {
  #of;
  #items = [];
  #rows = new Map();
  #next;
  #body = el('tbody');
  #none = empty('Loading…');
  #newer = button('', () => this.#render(), { class: 'newer', disabled: true });
  #older = button('Older', () => this.#readOlder(), { class: 'older', hidden: true });
  #holds = el('input', { type: 'checkbox', onchange: () => this.load() });

  /** `of`: group and whether only few are shown (`few`). */
  constructor(of = {}) {
    this.#of = of;
    const head = ['Time', 'Group', 'Floor, hosts', 'Wanted', 'Why', ''].map((text, i) => el('th', { scope: 'col', class: i === 2 || i === 3 ? 'num' : undefined }, text || el('span', { class: 'visually-hidden', text: 'Explain' })));
    const table = el('table', {}, el('caption', { class: 'visually-hidden', text: 'Decisions' }), el('thead', {}, el('tr', {}, head)), this.#body);
    this.node = el(
      'section',
      { class: 'decisions card', 'aria-label': 'Decisions' },
      el('div', { class: 'card-head' }, el('h2', { text: 'Decisions' }), el('label', { class: 'toggle' }, this.#holds, ' also no-change'), this.#newer, el('span', { class: 'push' }), el('span', { class: 'exports' }, 'Export ', this.#export('csv'), ' ', this.#export('json'))),
      el('div', { class: 'table-wrap' }, table, this.#none),
      this.#older,
    );
  }

  #export(format) {
    return el('a', { href: paths.decisions({ group: this.#of.group, format, limit: MOST }), download: `decisions.${format}`, text: format.toUpperCase() });
  }

  #path(before) {
    return paths.decisions({ group: this.#of.group, action: this.#holds.checked ? '' : 'raise,lower', limit: SHOWN, before });
  }

  /** Reads the newest decisions again. */
  async load() {
    const page = await get(this.#path());
    this.#items = page.items;
    this.#next = page.next;
    this.#render();
  }

  async #readOlder() {
    const page = await get(this.#path(this.#next));
    this.#items.push(...page.items);
    this.#next = page.next;
    this.#render();
  }

  /** Takes in decisions that were just made. */
  add(decisions) {
    const mine = decisions.filter((d) => (this.#holds.checked || d.action !== 'HOLD') && (!this.#of.group || d.group === this.#of.group));
    if (mine.length === 0) {
      return;
    }
    const known = new Map(this.#items.map((d) => [keyOf(d), d]));
    mine.forEach((d) => known.set(keyOf(d), d));
    this.#items = [...known.values()].sort(order).slice(0, MOST);
    if (this.#body.contains(document.activeElement) || this.#body.matches(':hover')) {
      this.#newer.disabled = false;
      setText(this.#newer, `Show ${this.#items.filter((d) => !this.#rows.has(keyOf(d))).length} newer`);
      return;
    }
    this.#render();
  }

  #render() {
    this.#newer.disabled = true;
    setText(this.#newer, '');
    const rows = new Map(this.#items.map((d) => [keyOf(d), this.#rows.get(keyOf(d)) ?? row(d)]));
    this.#rows = rows;
    fill(this.#body, [...rows.values()]);
    setText(this.#none, this.#holds.checked ? 'Nothing has been decided yet.' : 'The floor has not been changed yet.');
    this.#none.hidden = rows.size > 0;
    this.#older.hidden = !this.#next;
  }
}
