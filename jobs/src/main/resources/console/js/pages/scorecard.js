// What acting did, or would have done, beside what the group did without.

import { get, paths } from '../core/api.js';
import { el, empty, facts, fill, table } from '../core/dom.js';
import { dayClock, number } from '../core/format.js';
import { live, now } from '../core/live.js';
import { scoreSentence } from '../parts/score.js';

const DAY = 86_400_000;
const PERIODS = [[2, '2 days'], [7, '1 week'], [14, '2 weeks'], [28, '4 weeks'], [56, '8 weeks']];

const words = (name) => name.replace(/([A-Z])/g, ' $1').toLowerCase().replace(/^./, (c) => c.toUpperCase());
const tidy = (value) => (typeof value === 'number' ? (Number.isInteger(value) ? number(value) : value.toPrecision(3)) : /^\d{4}-\d\d-\d\dT/.test(value) ? dayClock(Date.parse(value)) : String(value));
const isPlain = (value) => value !== null && typeof value !== 'object';

/** Two or more parts with the same measures become columns of one table. */
function comparison(card) {
  const parts = Object.entries(card).filter(([, v]) => v && typeof v === 'object' && !Array.isArray(v));
  const measures = [...new Set(parts.flatMap(([, v]) => Object.keys(v).filter((k) => isPlain(v[k]))))];
  if (parts.length === 0 || measures.length === 0) {
    return undefined;
  }
  return table('Measures', [['Measure'], ...parts.map(([name]) => [words(name), 'num'])], measures.map((m) => [words(m), ...parts.map(([, v]) => (isPlain(v[m]) && v[m] !== undefined ? tidy(v[m]) : '–'))]));
}

function show(place, card) {
  const sentence = scoreSentence(card);
  const plain = Object.entries(card).filter(([name, v]) => isPlain(v) && !['sentence', 'group'].includes(name));
  fill(place, sentence && el('p', { class: 'headline', text: sentence }), facts(plain.map(([name, v]) => [words(name), tidy(v)]), 'tiles-list'), comparison(card));
}

export default {
  name: 'scorecard',
  path: '/scorecard',
  async open(stay, { group: asked }) {
    const groups = live.status?.groups.map((g) => g.group) ?? [];
    if (groups.length === 0) {
      fill(stay.root, el('h1', { text: 'Scorecard' }), empty('No group is configured: there is nothing to score.'));
      return;
    }
    const option = (chosen) => ([value, text]) => el('option', { value, text, selected: value === chosen });
    const group = el('select', { 'aria-label': 'Group', onchange: () => stay.attempt(read, result) }, groups.map((g) => [g, g]).map(option(asked)));
    const period = el('select', { 'aria-label': 'Period', onchange: () => stay.attempt(read, result) }, PERIODS.map(option(2)));
    const result = el('div', { class: 'card part' });
    const mode = el('p', { class: 'muted' });
    const read = async () => {
      const known = live.status.groups.find((g) => g.group === group.value);
      mode.textContent = known?.mode === 'FORECAST_ONLY' ? 'This group is forecast only: what acting would have done.' : 'What acting did, beside what the group would have done alone.';
      show(result, await get(paths.scorecard(group.value, now() - Number(period.value) * DAY, now())));
    };
    fill(stay.root, el('div', { class: 'page-head' }, el('h1', { text: 'Scorecard' }), mode, el('span', { class: 'push' }), group, period), result);
    await stay.attempt(read, result);
  },
};
