// What holds now: every word of it, and the alerts of the runbook that it belongs to.

import { age, hosts } from '../core/format.js';
import { live, now } from '../core/live.js';
import { freezesInForce, isFreeze, kindText, sortedInForce, warningOf } from './orders.js';

/** [mark, word, the word beside another one] */
const WORDS = {
  ENDED: ['■', 'ENDED', 'ENDED'],
  WAITING: ['…', 'WAITING FOR INPUT', 'WAITING'],
  FROZEN: ['❄', 'FROZEN', 'FROZEN'],
  'freeze-in': ['❄', 'NO SCALE IN', 'NO SCALE IN'],
  'freeze-out': ['❄', 'NO SCALE OUT', 'NO SCALE OUT'],
  STALE_INPUT: ['▲', 'DEGRADED-SAFE', 'DEGRADED-SAFE'],
  ACTING: ['●', 'ACTING', 'ACTING'],
  FORECAST_ONLY: ['○', 'FORECAST ONLY', 'FORECAST ONLY'],
};
const SOURCES = {
  demand: 'demand of',
  'forecast-near': 'near forecast of',
  'forecast-far': 'far forecast of',
  fleet: 'sight of',
};
const SILENT_SECONDS = 90;

/** An input in words: "demand of web". */
export const inputText = (input) => `${SOURCES[input.source] ?? input.source} ${input.name}`;

const ENDS = ['ENDED', 'WAITING'];

/**
 * Every word that holds, the most pressing first, as {mode, mark, word, short}: a freeze and old
 * inputs are told both, whichever of them the API calls the state.
 */
export function words(status) {
  const found = ENDS.filter((mode) => mode === status.state);
  const kinds = freezesInForce().map((o) => o.kind);
  const told = status.state === 'FROZEN' && kinds.length === 0;
  if (told || freezesInForce().some(isFreeze)) {
    found.push('FROZEN');
  } else {
    found.push(...['freeze-in', 'freeze-out'].filter((kind) => kinds.includes(kind)));
  }
  if (status.state === 'STALE_INPUT' || (status.state !== 'ENDED' && status.inputs.some((i) => i.stale))) {
    found.push('STALE_INPUT');
  }
  if (!found.some((mode) => ['FROZEN', 'STALE_INPUT', ...ENDS].includes(mode))) {
    found.push(status.acting.length ? 'ACTING' : 'FORECAST_ONLY');
  }
  return found.map((mode) => {
    const [mark, word, short] = WORDS[mode];
    return { mode, mark, word, short };
  });
}

const oldestOf = (ages) => (ages.length ? Math.max(...ages) : undefined);

function decidedSeconds(status) {
  const at = Date.parse(status.engineTime);
  const told = status.groups.filter((g) => g.lastDecisionAt !== undefined);
  return oldestOf(told.map((g) => Math.max(0, (at - Date.parse(g.lastDecisionAt)) / 1000)));
}

function seenSeconds(status) {
  const ages = status.inputs.filter((i) => i.source === 'fleet').map((i) => i.ageSeconds);
  return ages.every((a) => a !== undefined) ? oldestOf(ages) : undefined;
}

/** Seconds since the controller last decided, or else last looked; undefined where nobody knows. */
export const reconciledSeconds = (status) => decidedSeconds(status) ?? seenSeconds(status);

/** Whether the controller gives no sign of life: it neither decides nor looks. */
export function isSilent(status) {
  const signs = [decidedSeconds(status), seenSeconds(status)].filter((s) => s !== undefined);
  const limit = Math.max(SILENT_SECONDS, 10 * status.speed);
  return status.state !== 'ENDED' && signs.length > 0 && Math.min(...signs) > limit;
}

/** Who leads: the names of the controllers that decide, each once. */
export const leaders = (status) => [...new Set(status.groups.map((g) => g.leader).filter(Boolean))];

/**
 * What a person should know of now, the gravest first: {alert, text, group?}. `alert` names the
 * section of the runbook.
 */
export function troubles(status) {
  const found = [];
  const add = (alert, text, group) => found.push({ alert, text, group });
  if (live.link === 'down') {
    add('KickoffGone', 'no word from the server');
  }
  if (!status) {
    return found;
  }
  if (isSilent(status)) {
    add('KickoffLoopStopped', `no decision for ${age(reconciledSeconds(status))}`);
  }
  for (const { group, conflict } of live.conflicts) {
    add('KickoffForeignWriter', `${group}: ${conflict}`, group);
  }
  for (const input of status.state === 'ENDED' ? [] : status.inputs.filter((i) => i.stale && i.source !== 'forecast-far')) {
    const of = status.groups.find((g) => g.service === input.name || g.group === input.name);
    add(input.source === 'demand' ? 'KickoffDegraded' : 'KickoffInputOld', `${inputText(input)} is ${age(input.ageSeconds)} old`, of?.group);
  }
  for (const g of status.groups.filter((x) => x.required > x.inService)) {
    add('KickoffCapacityNotFollowing', `${g.group} is short of ${hosts(g.required - g.inService)}`, g.group);
  }
  for (const order of freezesInForce()) {
    add('KickoffFrozen', `${kindText(order)} for ${order.group ?? 'every group'}`, order.group);
  }
  for (const order of sortedInForce().filter(warningOf)) {
    add('KickoffOverrideExpiring', `${kindText(order)} ends in ${age(Math.max(0, (Date.parse(order.until) - now()) / 1000))}`, order.group);
  }
  return found;
}
