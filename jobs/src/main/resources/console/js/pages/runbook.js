// What to do when something is wrong: five lines an alert, and the controls that it needs.

import { el, fill, refill, setText } from '../core/dom.js';
import { live } from '../core/live.js';
import { link } from '../core/router.js';
import { openFreeze, openResume } from '../controls/freeze.js';
import { openOrder } from '../controls/order.js';
import { troubles } from '../parts/mode.js';
import { freezesInForce } from '../parts/orders.js';
import { control } from '../parts/roles.js';
import { line, named, runbook } from '../parts/runbook.js';

const PAGES = { Fleet: '#/', Decisions: '#/decisions', Inputs: '#/inputs', 'What-if': '#/what-if', 'War room': '#/events', Approvals: '#/approvals', Overrides: '#/overrides', Events: '#/events', Audit: '#/audit', Scorecard: '#/scorecard' };
const ORDERS = { Pin: 'pin', Floor: 'floor', Ceiling: 'ceiling', 'Forecast only': 'forecast-only' };

function button(name, group) {
  if (ORDERS[name]) {
    return control(`${name}…`, 'operator', () => openOrder(ORDERS[name], group));
  }
  return name === 'Resume' && freezesInForce().length > 0 && control('Resume…', 'operator', () => openResume(group));
}

/** The controls that a section names, and those that always help. */
function controls(section, group) {
  const { pages, buttons, service } = named(section.verbs);
  const known = live.status?.groups.find((g) => g.group === group);
  const orders = [...new Set([...buttons, 'Floor', 'Resume'])];
  return el(
    'div',
    { class: 'controls', role: 'group', 'aria-label': `Controls for ${section.name}` },
    group && el('a', { class: 'button primary', href: link('decisions', group, 'latest'), text: 'Explain the last decision' }),
    service && known && el('a', { class: 'button', href: link('services', known.service), text: `Page of ${known.service}` }),
    pages.map((name) => el('a', { class: 'button', href: PAGES[name], text: name })),
    orders.map((name) => button(name, group)),
    !pages.includes('Overrides') && el('a', { class: 'button', href: PAGES.Overrides, text: 'Overrides' }),
    control('Freeze…', 'operator', () => openFreeze(group), { class: 'quiet-danger', lead: '❄' }),
  );
}

/** One alert, closed unless it holds now or was asked for. */
class Entry {
  #section;
  #now = el('span', { class: 'now-text' });
  #body = el('div', { class: 'runbook-body' });
  #shown;
  constructor(section) {
    this.#section = section;
    this.name = section.name;
    this.summary = el('summary', {}, el('span', { class: 'alert-name', text: section.name }), this.#now, el('span', { class: 'first-line muted' }, line(section.lines[0] ?? section.prose ?? '')));
    this.node = el('details', { class: 'card part runbook-entry', id: `runbook-${section.name}` }, this.summary, this.#body);
  }
  /** Shows what holds now of it, and its commands for a group. */
  show(held, group) {
    const said = held.map((t) => t.text).join('; ');
    this.node.dataset.now = String(held.length > 0);
    setText(this.#now, said ? `▲ now: ${said}` : '');
    const about = held.find((t) => t.group)?.group ?? group;
    const key = `${about} ${freezesInForce().length}`;
    if (key !== this.#shown) {
      this.#shown = key;
      const { lines, verbs, code, prose } = this.#section;
      refill(
        this.#body,
        prose && el('p', {}, line(prose, about)),
        lines.length > 0 && el('ol', {}, lines.map((text) => el('li', {}, line(text, about)))),
        code && el('pre', { tabindex: '0', text: code }),
        verbs && el('p', { class: 'muted' }, 'On the command line and here: ', line(verbs, about)),
        controls(this.#section, about),
      );
    }
  }
}

const page = {
  name: 'runbook',
  path: '/runbook',
  async open(stay, { alert }) {
    const { preface, sections } = await runbook();
    const entries = sections.map((section) => new Entry(section));
    const groups = live.status?.groups.map((g) => g.group) ?? [];
    let group = groups[0];
    const said = el('p', { class: 'muted', role: 'status' });
    const choice = groups.length > 1 && el('label', { class: 'toggle' }, 'Group ', el('select', { onchange: (e) => { group = e.target.value; show(); } }, groups.map((name) => el('option', { value: name, text: name }))));
    const show = () => {
      const held = troubles(live.status);
      const of = (entry) => held.filter((t) => t.alert === entry.name);
      entries.forEach((entry) => entry.show(of(entry), group));
      const count = entries.filter((entry) => of(entry).length).length;
      setText(said, count ? `▲ ${count} of ${entries.length} ${count === 1 ? 'is' : 'are'} about now` : '✓ nothing is wrong that the console sees');
      return held;
    };
    const first = [alert, ...show().map((t) => t.alert)].filter(Boolean);
    const rank = (entry) => (first.includes(entry.name) ? first.indexOf(entry.name) : first.length);
    const sorted = [...entries].sort((a, b) => rank(a) - rank(b));
    sorted.forEach((entry) => (entry.node.open = alert ? entry.name === alert : rank(entry) < first.length));
    fill(
      stay.root,
      el('div', { class: 'page-head' }, el('h1', { text: 'Runbook' }), said, el('span', { class: 'push' }), choice),
      el('p', { class: 'muted' }, line(preface)),
      alert && !entries.some((e) => e.name === alert) && el('p', { class: 'warning', text: `▲ No alert is called ${alert}.` }),
      sorted.map((entry) => entry.node),
    );
    stay.every(1000, show);
    stay.on('orders', show);
    sorted.find((entry) => entry.name === alert)?.summary.focus({ preventScroll: true });
  },
};

export const runbookOf = { ...page, path: '/runbook/:alert' };

export default page;
