// How healthy what Kickoff reads is: age, gaps, completeness, what was put aside.

import { getAll } from '../core/api.js';
import { el, empty, fill } from '../core/dom.js';
import { age, count, dayClock, number, percent } from '../core/format.js';
import { soon } from '../core/live.js';
import { link } from '../core/router.js';

const SOURCES = { demand: 'Demand', 'forecast-near': 'Near forecast', 'forecast-far': 'Far forecast', fleet: 'Fleet', calendar: 'Calendar' };

function details({ arrival, rejected, name, source }) {
  return [
    source === 'calendar' && name !== 'all' && name,
    arrival && `${percent(arrival.completeness)} complete`,
    arrival && `${count(arrival.gaps, 'minute', 'minutes')} missing in 48 h`,
    arrival && `${age(arrival.lagSeconds)} from its end to its emission`,
    rejected?.late > 0 && `${number(rejected.late)} too late`,
    rejected?.malformed > 0 && `${number(rejected.malformed)} malformed`,
    rejected?.lastReason && `last: ${rejected.lastReason}`,
  ].filter(Boolean);
}

const state = (i) => (i.problem ? ['bad', '✕ cannot be read'] : i.stale ? ['warn', '▲ too old'] : i.newestAt || i.ageSeconds !== undefined ? ['good', '✓ fresh'] : ['none', '… nothing yet']);

function row(input) {
  const [level, text] = state(input);
  return el(
    'tr',
    { 'data-level': level },
    el('td', {}, el('strong', { text: SOURCES[input.source] ?? input.source }), ' ', ['fleet', 'calendar'].includes(input.source) || input.name === 'all' ? el('span', { text: input.source === 'calendar' ? '' : input.name }) : el('a', { href: link('services', input.name), text: input.name })),
    el('td', { class: 'state-word', 'data-level': level, text }),
    el('td', { class: 'num', text: age(input.ageSeconds) }),
    el('td', { text: input.newestAt ? dayClock(Date.parse(input.newestAt)) : '–' }),
    el('td', { class: 'why' }, input.problem && el('strong', { text: `${input.problem} ` }), details(input).join(' · ')),
  );
}

const RANK = { bad: 0, warn: 1, none: 2, good: 3 };

export default {
  name: 'inputs',
  path: '/inputs',
  async open(stay) {
    const body = el('tbody');
    const said = el('p', { class: 'muted', role: 'status' });
    const read = async () => {
      const items = await getAll('/v1/inputs');
      items.sort((a, b) => RANK[state(a)[0]] - RANK[state(b)[0]]);
      const ill = items.filter((i) => ['bad', 'warn'].includes(state(i)[0])).length;
      said.textContent = ill ? `▲ ${ill} of ${count(items.length, 'input', 'inputs')} not healthy. Floors are not lowered on old input.` : `✓ ${count(items.length, 'input', 'inputs')}, all fresh enough`;
      fill(body, items.map(row));
      return items.length;
    };
    const found = await read();
    const head = ['Input', 'State', 'Age', 'Newest', 'More'].map((text, i) => el('th', { scope: 'col', class: i === 2 ? 'num' : undefined, text }));
    const table = el('div', { class: 'card part' }, el('div', { class: 'table-wrap', tabindex: '0', role: 'region', 'aria-label': 'Inputs' }, el('table', {}, el('thead', {}, el('tr', {}, head)), body)));
    fill(stay.root, el('div', { class: 'page-head' }, el('h1', { text: 'Inputs' }), said), found ? table : empty('No input is known yet.'));
    stay.every(5000, () => read().catch(() => {}));
    stay.on('refresh', () => soon('inputs', 500, () => stay.isOpen && read()));
  },
};
