// What a change would do to groups: hosts, dollars and risk, now and then.

import { el, facts, table } from '../core/dom.js';
import { count, dollarChange, dollars, hosts, number, signed } from '../core/format.js';
import { planPlot } from '../chart/plan-plot.js';
import { verdictsTable } from './trail.js';
import { sentence } from './sentence.js';

const RISKS = {
  none: ['✓', 'No risk seen'],
  caution: ['▲', 'Caution'],
  danger: ['✕', 'Danger'],
};
const LISTED = 8;
const ORDER = ['danger', 'caution', 'none'];

function change(from, to, say, difference) {
  const same = from === to || from === undefined || to === undefined;
  return el(
    'span',
    { class: 'change' },
    el('span', { text: say(from) }),
    el('span', { class: 'muted', text: ' → ' }),
    el('strong', { text: say(to) }),
    !same && el('span', { class: 'muted', text: ` (${difference(to - from)})` }),
  );
}

function riskNote(effect) {
  const level = effect.riskLevel ?? (effect.risk ? 'caution' : 'none');
  const [mark, word] = RISKS[level];
  return el('p', { class: 'risk', 'data-level': level }, el('strong', { text: `${mark} ${word}` }), effect.risk ? `: ${effect.risk}` : '');
}

function one(effect, of) {
  return el(
    'section',
    { class: 'effect' },
    facts(
      [
        ['Floor', change(effect.floorNow, effect.floorThen, hosts, signed)],
        ['Cost', effect.dollarsPerHourThen !== undefined && change(effect.dollarsPerHourNow, effect.dollarsPerHourThen, dollars, dollarChange)],
        ['In service now', effect.inServiceNow !== undefined && hosts(effect.inServiceNow)],
        ['The plan wants', effect.wantedThen !== undefined && hosts(effect.wantedThen)],
      ].map(([name, value]) => [name, value || undefined]),
      'tiles-list',
    ),
    riskNote(effect),
    el('p', { class: 'muted', text: sentence(effect.reason) }),
    effect.large && el('p', { class: 'waits', text: '◆ This is large: it waits for the approval of another person.' }),
    effect.violations?.length > 0 && el('ul', { class: 'violations' }, effect.violations.map((v) => el('li', { text: `✕ ${v}` }))),
    (effect.planNow || effect.planThen) && planPlot(effect),
    of.trail && effect.trail?.length > 0 && el('details', { open: of.open }, el('summary', { text: `${count(effect.trail.length, 'guardrail', 'guardrails')} asked` }), verdictsTable(effect.trail)),
  );
}

function many(effects) {
  const sum = (name) => effects.reduce((total, e) => total + (e[name] ?? 0), 0);
  const level = ORDER.find((l) => effects.some((e) => (e.riskLevel ?? 'none') === l)) ?? 'none';
  const worst = effects.filter((e) => (e.riskLevel ?? 'none') === level);
  const sorted = [...effects].sort((a, b) => Math.abs(b.floorThen - b.floorNow) - Math.abs(a.floorThen - a.floorNow));
  const rows = sorted.slice(0, LISTED).map((e) => [e.group, change(e.floorNow, e.floorThen, number, signed), e.dollarsPerHourThen === undefined ? '–' : dollars(e.dollarsPerHourThen), e.risk ?? '']);
  return el(
    'section',
    { class: 'effect' },
    facts(
      [
        [`Floors of ${effects.length} groups`, change(sum('floorNow'), sum('floorThen'), hosts, signed)],
        ['Cost', effects.some((e) => e.dollarsPerHourThen !== undefined) ? change(sum('dollarsPerHourNow'), sum('dollarsPerHourThen'), dollars, dollarChange) : undefined],
      ],
      'tiles-list',
    ),
    riskNote({ riskLevel: level, risk: level === 'none' ? undefined : `${worst[0].group}: ${worst[0].risk}${worst.length > 1 ? ` (and ${worst.length - 1} more)` : ''}` }),
    effects.some((e) => e.large) && el('p', { class: 'waits', text: '◆ Some of this is large: it waits for the approval of another person.' }),
    table('Effect by group', [['Group'], ['Floor', 'num'], ['Cost', 'num'], ['Risk']], rows),
    effects.length > LISTED && el('p', { class: 'muted', text: `The ${LISTED} that change most of ${effects.length}.` }),
  );
}

/** What a preview says; `of.trail` also shows the guardrails that were asked. */
export function effectsOf(preview, of = {}) {
  const effects = preview.effects ?? [];
  const warnings = (preview.warnings ?? []).map((text) => el('p', { class: 'warning', text: `▲ ${text}` }));
  if (effects.length === 0) {
    return [...warnings, el('p', { class: 'muted', text: 'No group changes now.' })];
  }
  return [...warnings, effects.length === 1 ? one(effects[0], of) : many(effects)];
}

