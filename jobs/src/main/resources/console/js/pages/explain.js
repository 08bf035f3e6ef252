// Why one decision is as it is; the address is its permanent link.

import { get, paths } from '../core/api.js';
import { button, el, facts, fill, table } from '../core/dom.js';
import { age, allClocks, dayClock, hosts, number, percent } from '../core/format.js';
import { link } from '../core/router.js';
import { toast } from '../parts/toast.js';
import { verdictsTable } from '../parts/trail.js';
import { sentence } from '../parts/sentence.js';

const WORDS = { RAISE: '▲ Raised', LOWER: '▽ Lowered', HOLD: '= Held' };
const MODES = {
  FORECAST_ONLY: 'forecast only: recorded, not carried out',
  APPROVE: 'raises wait for approval',
  FORECAST_AND_SCALE: 'acting',
};
const LOSSES = 4;

const when = (at) => (at ? dayClock(Date.parse(at)) : undefined);

const section = (title, ...content) => el('section', { class: 'card part' }, el('h2', { text: title }), ...content);

function summary(decision, whole) {
  const { from, wanted, to } = decision.change;
  return el(
    'section',
    { class: 'card part verdict-card', 'data-action': decision.action },
    el('p', { class: 'headline' }, el('strong', { text: `${WORDS[decision.action]} ` }), el('span', { class: 'num', text: from === to ? hosts(to) : `${number(from)} → ${hosts(to)}` })),
    el('p', { text: sentence(decision.reason) }),
    el(
      'ol',
      { class: 'steps' },
      [['Floor was', from], ['The plan wanted', wanted], ['Guardrails allowed', to]].map(([name, value]) => el('li', {}, el('span', { class: 'muted', text: name }), el('strong', { class: 'num', text: hosts(value) }))),
    ),
    facts([
      ['Decided', allClocks(Date.parse(decision.at))],
      ['Mode', MODES[decision.mode] ?? decision.mode],
      ['Digest', el('code', { text: whole.digest.slice(0, 16) })],
    ]),
  );
}

/** The inputs of a decision as the API tells them; from the record itself where it does not. */
function inputsOf(explanation) {
  if (explanation.inputs) {
    return explanation.inputs;
  }
  const { inputs } = explanation.whole;
  const at = Date.parse(explanation.decision.at);
  const one = (name, seenAt, value) => ({ name, at: seenAt, ageSeconds: seenAt && (at - Date.parse(seenAt)) / 1000, value });
  return [
    one('demand', inputs.demandThrough, inputs.demandRpm === undefined ? 'none' : `${number(inputs.demandRpm)} rpm`),
    one('near forecast', inputs.plan?.nearIssuedAt, ''),
    one('far forecast', inputs.plan?.farIssuedAt, ''),
    one('calendar', undefined, `revision ${number(inputs.calendarRevision)}`),
  ];
}

function inputs(explanation) {
  const rows = inputsOf(explanation).map((i) => [i.name, i.value, i.ageSeconds === undefined ? '–' : `${age(i.ageSeconds)} old`, when(i.at) ?? '–']);
  const offsets = Object.entries(explanation.offsets ?? {});
  return section(
    'What it saw',
    table('Inputs', [['Input'], ['Value'], ['Age then', 'num'], ['From']], rows),
    offsets.length > 0 && el('details', {}, el('summary', { text: 'How far each topic had been read' }), facts(offsets.map(([name, value]) => [name, number(value)]))),
  );
}

function neighbours(event) {
  const list = event.neighbours.map((n) =>
    el('li', {}, el('strong', { text: n.title }), `, ${dayClock(Date.parse(n.startedAt))}: weight ${percent(n.weight)}${n.alike.length ? `, alike in ${n.alike.join(', ')}` : ''}`),
  );
  return el('div', { class: 'similar' }, el('h3', { text: event.title }), el('p', { class: 'muted', text: `starts ${dayClock(Date.parse(event.startsAt))}. ${event.basis}` }), list.length ? el('ul', {}, list) : el('p', { class: 'muted', text: 'No similar past event is known.' }));
}

const bucket = (c) => `${c.fromMinutes}–${c.untilMinutes} min ahead`;

function belief(forecast) {
  if (!forecast) {
    return section('What it believed', el('p', { class: 'muted', text: 'No forecast is known that this decision was made of.' }));
  }
  const choices = (forecast.choices ?? []).map((c) => [bucket(c), c.method, c.losses.slice(0, LOSSES).map((l) => `${l.method} ${percent(l.loss)}`).join(', '), c.reason]);
  return section(
    'What it believed',
    facts([['Method', forecast.method], ['Issued', when(forecast.issuedAt)], ['Error', forecast.error]]),
    el('p', { text: sentence(forecast.reason) }),
    (forecast.passedOver ?? []).length > 0 && el('ul', { class: 'muted' }, forecast.passedOver.map((text) => el('li', { text: `not used: ${text}` }))),
    el('h3', { text: 'Similar events' }),
    (forecast.similar ?? []).length ? forecast.similar.map(neighbours) : el('p', { class: 'muted', text: 'No event acted on it.' }),
    choices.length > 0 && el('details', {}, el('summary', { text: 'How its methods were chosen, with their losses' }), table('Methods', [['Horizon'], ['Method'], ['Loss, lower is better'], ['Why']], choices)),
  );
}

function outcome(explanation) {
  const o = explanation.outcome;
  const none = explanation.decision.action === 'HOLD' ? 'Nothing was to be changed: no call was made.' : 'No call to the fleet is known for it.';
  return section(
    'What came of it',
    o
      ? facts([['Result', o.result], ['Request id', o.requestId && el('code', { text: o.requestId })], ['Floor afterwards', o.observedMin === undefined ? undefined : hosts(o.observedMin)], ['Why not', o.detail]])
      : el('p', { class: 'muted', text: none }),
  );
}

function otherwise(list) {
  return section(
    'Otherwise',
    (list ?? []).length
      ? el('ul', { class: 'otherwise' }, list.map((o) => el('li', {}, el('strong', { text: `${hosts(o.hosts)}: ` }), sentence(o.sentence))))
      : el('p', { class: 'muted', text: 'Nothing would have been different.' }),
  );
}

async function copy(explanation) {
  try {
    await navigator.clipboard.writeText(JSON.stringify(explanation, undefined, 2));
    toast('Copied as JSON');
  } catch {
    toast('The browser does not let it be copied; open it as JSON instead', { kind: 'bad' });
  }
}

export default {
  name: 'explain',
  section: 'decisions',
  path: '/decisions/:group/:sequence',
  async open(stay, { group, sequence }) {
    const explanation = await get(paths.decision(group, sequence));
    const { decision, whole } = explanation;
    const number_ = Number(decision.sequence);
    if (sequence === 'latest') {
      history.replaceState(undefined, '', link('decisions', group, String(number_)));
    }
    const step = (text, to) => (to >= 1 ? el('a', { href: link('decisions', group, String(to)), text }) : '');
    fill(
      stay.root,
      el(
        'div',
        { class: 'page-head' },
        el('h1', { text: `Decision ${number_} on ${group}` }),
        el('span', { class: 'push' }),
        step('← before', number_ - 1),
        step('after →', number_ + 1),
        el('a', { href: link('decisions', group, 'latest'), text: 'latest' }),
        button('Copy as JSON', () => copy(explanation)),
        el('a', { href: paths.decision(group, String(number_)), text: 'Open as JSON' }),
      ),
      summary(decision, whole),
      section('Guardrails, in the order they were asked', whole.trail.length ? verdictsTable(whole.trail) : el('p', { class: 'muted', text: 'No guardrail was asked.' })),
      inputs(explanation),
      belief(explanation.forecast),
      el('div', { class: 'two' }, outcome(explanation), otherwise(explanation.otherwise)),
    );
  },
};

