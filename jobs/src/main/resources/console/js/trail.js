// Why a decision was made: each guardrail's verdict, then what it was made of.

import { clockBoth, hosts, number, rpm } from './format.js';
import { el } from './dom.js';

const at = (instant) => (instant ? clockBoth(Date.parse(instant)) : 'none');

function verdict(v) {
  const changed = v.proposed !== v.allowed;
  return el(
    'tr',
    {},
    el('td', { text: v.guardrail }),
    el('td', { class: 'num', text: number(v.proposed) }),
    el('td', { class: 'num' }, el(changed ? 'strong' : 'span', { text: `→ ${number(v.allowed)}` })),
    el('td', { text: v.reason }),
  );
}

function facts(decision) {
  const { inputs } = decision;
  const fleet = inputs.fleet;
  return [
    ['Mode', decision.mode === 'FORECAST_ONLY' ? 'forecast only: not carried out' : 'acting'],
    ['Demand', inputs.demandRpm === undefined ? 'none' : `${rpm(inputs.demandRpm)} until ${at(inputs.demandThrough)}`],
    ['Group', fleet ? `floor ${number(fleet.size.min)}, desired ${number(fleet.size.desired)}, ${hosts(fleet.inService)} in service, ${number(fleet.pending)} pending` : 'could not be read'],
    ['Near forecast', at(inputs.plan?.nearIssuedAt)],
    ['Far forecast', at(inputs.plan?.farIssuedAt)],
    ['Calendar revision', number(inputs.calendarRevision)],
    ['Digest', decision.digest.slice(0, 16)],
  ];
}

/** The nodes that explain a decision; `path` is where the API has it. */
export function trail(decision, path) {
  const { from, wanted, to } = decision.change;
  const head = el('tr', {}, ...['Guardrail', 'Proposed', 'Allowed', 'Why'].map((text, i) => el('th', { scope: 'col', text, class: i === 1 || i === 2 ? 'num' : undefined })));
  const list = el('dl', { class: 'inputs' });
  for (const [name, value] of facts(decision)) {
    list.append(el('div', {}, el('dt', { text: name }), el('dd', { class: 'num', text: value })));
  }
  return [
    el('p', { text: `Floor was ${hosts(from)}, the plan wanted ${hosts(wanted)}, decided ${hosts(to)}. ${decision.reason}` }),
    el('h3', { text: 'Guardrails, in order' }),
    decision.trail.length
      ? el('table', {}, el('thead', {}, head), el('tbody', {}, ...decision.trail.map(verdict)))
      : el('p', { class: 'muted', text: 'No guardrail was asked.' }),
    el('h3', { text: 'Made of' }),
    list,
    el('p', {}, el('a', { href: path, text: `Decision ${decision.key.sequence} as JSON` })),
  ];
}
