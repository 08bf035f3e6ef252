// The newest decisions, each with its trail. New rows wait while somebody reads one.

import { get, paths } from './api.js';
import { clock, dayName, number, utcNote } from './format.js';
import { byId, el, setText } from './dom.js';
import { trail } from './trail.js';

const SHOWN = 50;
const MARKS = { RAISE: '▲', LOWER: '▽', HOLD: '=' };
const WORDS = { RAISE: 'raised', LOWER: 'lowered', HOLD: 'no change' };

const keyOf = (d) => `${d.group}/${d.sequence}`;
const order = (a, b) => Date.parse(b.at) - Date.parse(a.at) || b.sequence - a.sequence;

export class DecisionTable {
  #body = byId('decision-rows');
  #placeholder = byId('decisions-placeholder');
  #newer = byId('newer');
  #withHolds = byId('with-holds');
  #items = [];
  #rows = new Map();
  #open = new Map();
  #waiting = false;

  constructor() {
    this.#withHolds.addEventListener('change', () => this.load());
    this.#newer.addEventListener('click', () => {
      this.#open.clear();
      this.#render();
    });
  }

  /** Reads the newest decisions again. */
  async load() {
    try {
      const page = await get(paths.decisions(this.#withHolds.checked ? '' : 'raise,lower', SHOWN));
      this.#items = page.items;
      this.#render();
    } catch (error) {
      setText(this.#placeholder, `Decisions cannot be read: ${error.message}`);
      this.#placeholder.hidden = false;
    }
  }

  /** Takes in decisions that were just made. */
  add(decisions) {
    const wanted = decisions.filter((d) => this.#withHolds.checked || d.action !== 'HOLD');
    if (wanted.length === 0) {
      return;
    }
    const known = new Map(this.#items.map((d) => [keyOf(d), d]));
    wanted.forEach((d) => known.set(keyOf(d), d));
    this.#items = [...known.values()].sort(order).slice(0, SHOWN);
    if (this.#open.size > 0 || this.#body.contains(document.activeElement)) {
      const unseen = this.#items.filter((d) => !this.#rows.has(keyOf(d))).length;
      this.#newer.disabled = false;
      setText(this.#newer, `Show ${unseen} newer`);
      return;
    }
    this.#render();
  }

  #render() {
    this.#newer.disabled = true;
    setText(this.#newer, '');
    const rows = new Map();
    const nodes = [];
    for (const decision of this.#items) {
      const key = keyOf(decision);
      const row = this.#rows.get(key) ?? this.#row(decision);
      rows.set(key, row);
      nodes.push(row);
      if (this.#open.has(key)) {
        nodes.push(this.#open.get(key));
      }
    }
    this.#rows = rows;
    this.#body.replaceChildren(...nodes);
    setText(
      this.#placeholder,
      this.#withHolds.checked ? 'Nothing has been decided yet.' : 'The floor has not been changed yet.',
    );
    this.#placeholder.hidden = nodes.length > 0;
  }

  #row(decision) {
    const { from, wanted, to } = decision.change;
    const at = Date.parse(decision.at);
    const button = el('button', { type: 'button', class: 'trail-button', text: 'Trail', 'aria-expanded': 'false' });
    button.setAttribute('aria-label', `Trail of decision ${decision.sequence} on ${decision.group}`);
    const utc = utcNote(at);
    const row = el(
      'tr',
      { 'data-action': decision.action },
      el(
        'td',
        { class: 'when' },
        el('time', { datetime: decision.at, title: dayName(at), text: clock(at) }),
        el('span', { class: 'muted', text: utc ? ` (${utc})` : ' UTC' }),
      ),
      el('td', { class: 'group', text: decision.group }),
      el(
        'td',
        { class: 'num change' },
        el('span', { class: 'mark', 'aria-hidden': 'true', text: MARKS[decision.action] }),
        el('span', { class: 'visually-hidden', text: `${WORDS[decision.action]} ` }),
        el('span', { text: from === to ? number(to) : `${number(from)} → ${number(to)}` }),
      ),
      el('td', { class: 'num wanted muted', text: wanted === to ? '' : number(wanted) }),
      el('td', { class: 'why', text: decision.reason }),
      el('td', {}, button),
    );
    button.addEventListener('click', () => this.#toggle(decision, row, button));
    return row;
  }

  async #toggle(decision, row, button) {
    const key = keyOf(decision);
    const shown = this.#open.get(key);
    button.setAttribute('aria-expanded', String(!shown));
    if (shown) {
      this.#open.delete(key);
      shown.remove();
      if (this.#open.size === 0 && !this.#newer.disabled) {
        this.#render();
      }
      return;
    }
    const cell = el('td', { class: 'trail-cell', colspan: '6' }, el('span', { class: 'muted', text: 'Loading…' }));
    const details = el('tr', { class: 'trail-row' }, cell);
    this.#open.set(key, details);
    row.after(details);
    try {
      const path = paths.decision(decision.group, decision.sequence);
      cell.replaceChildren(...trail((await get(path)).whole, path));
    } catch (error) {
      cell.replaceChildren(el('span', { text: `The trail cannot be read: ${error.message}` }));
    }
  }
}
