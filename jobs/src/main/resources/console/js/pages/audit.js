// Who asked for what, denials included; each entry carries the hash of the one before.

import { get, paths } from '../core/api.js';
import { button, el, empty, fill } from '../core/dom.js';
import { dayClock } from '../core/format.js';

const OUTCOMES = { done: ['good', '✓ done'], denied: ['bad', '✕ denied'], failed: ['bad', '▲ failed'] };

function row(entry) {
  const [level, word] = OUTCOMES[entry.outcome] ?? ['none', entry.outcome];
  const at = Date.parse(entry.engineTime ?? entry.wallTime);
  const said = [entry.detail, entry.reason && `“${entry.reason}”`, entry.omitted > 0 && `${entry.omitted} more denials before it`];
  const hash = entry.hash ?? '';
  return el(
    'tr',
    { 'data-level': level === 'bad' ? 'bad' : undefined },
    el('td', { class: 'when', title: `wall time ${entry.wallTime}`, text: dayClock(at) }),
    el('td', { text: entry.actor }),
    el('td', { class: 'state-word', 'data-level': level, text: entry.status >= 400 ? `${word} (${entry.status})` : word }),
    el('td', {}, el('strong', { text: entry.action }), ' ', el('code', { class: 'target', text: entry.target })),
    el('td', { class: 'why', text: said.filter(Boolean).join(' ') }),
    el('td', {}, el('code', { text: hash.slice(0, 12), title: `hash ${hash}, after ${entry.previous || 'none'}` })),
  );
}

export default {
  name: 'audit',
  path: '/audit',
  async open(stay, params) {
    const body = el('tbody');
    const none = empty('Nothing was asked for yet. Every write and every denial appears here.');
    const actor = el('input', { type: 'search', 'aria-label': 'Person or program', placeholder: 'person or program', value: params.actor });
    const group = el('input', { type: 'search', 'aria-label': 'Group', placeholder: 'group', value: params.group });
    const exports_ = el('span', { class: 'exports' });
    const older = button('Older', () => stay.attempt(() => read(next), older.parentElement), { class: 'older', hidden: true });
    let next;
    const of = (more = {}) => paths.audit({ actor: actor.value.trim(), group: group.value.trim(), ...more });
    const read = async (before) => {
      const page = await get(of({ before }));
      next = page.next;
      const rows = page.items.map(row);
      if (before) {
        body.append(...rows);
      } else {
        fill(body, rows);
      }
      none.hidden = body.childElementCount > 0;
      older.hidden = !next;
      fill(exports_, 'Export ', ['csv', 'json'].map((format) => el('a', { href: of({ format, limit: 500 }), download: `audit.${format}`, text: format.toUpperCase() })));
    };
    const head = ['Time', 'Who', 'Outcome', 'What', 'Detail', 'Hash'].map((text) => el('th', { scope: 'col', text }));
    await read();
    const filter = el('form', { class: 'filter', role: 'search', onsubmit: (e) => { e.preventDefault(); stay.attempt(() => read()); } }, actor, group, el('button', { type: 'submit', text: 'Filter' }), exports_);
    fill(
      stay.root,
      el('div', { class: 'page-head' }, el('h1', { text: 'Audit' }), el('span', { class: 'push' }), filter),
      el('p', { class: 'muted', text: 'Each entry carries the hash of the one before; “kickoff audit verify” follows the chain.' }),
      el('div', { class: 'card part' }, el('div', { class: 'table-wrap', tabindex: '0', role: 'region', 'aria-label': 'Audit' }, el('table', {}, el('thead', {}, el('tr', {}, head)), body), none), older),
    );
  },
};
