// Orders of operators in words: what they are, which are in force, how soon they end.

import { age, hosts } from '../core/format.js';
import { live, now } from '../core/live.js';

const KINDS = {
  'freeze-everything': 'Freeze everything',
  freeze: 'Freeze engine',
  'freeze-in': 'Freeze: no scale in',
  'freeze-out': 'Freeze: no scale out',
  pin: 'Pin',
  ceiling: 'Ceiling',
  floor: 'Floor',
  approval: 'Approval',
  'forecast-only': 'Forecast only',
};
const STRENGTH = Object.keys(KINDS);
const WARNINGS = [
  [5 * 60, 'last'],
  [15 * 60, 'first'],
];

/** "Pin 40", "Freeze engine". */
export function kindText(order) {
  const name = KINDS[order.kind] ?? order.kind;
  return order.hosts === undefined ? name : `${name} ${hosts(order.hosts)}`;
}

export const isFreeze = (order) => order.kind === 'freeze' || order.kind === 'freeze-everything';

/** Orders in force now, strongest first. */
export function sortedInForce() {
  const at = now();
  return live.overrides
    .filter((o) => o.state === 'in-force' && Date.parse(o.until) > at)
    .sort((a, b) => STRENGTH.indexOf(a.kind) - STRENGTH.indexOf(b.kind) || Date.parse(a.until) - Date.parse(b.until));
}

/** Freezes in force; those of one direction count too. */
export const freezesInForce = () => sortedInForce().filter((o) => o.kind.startsWith('freeze'));

/** How soon an order ends where that is soon: from 15 and from 5 minutes before. */
export function warningOf(order) {
  const seconds = (Date.parse(order.until) - now()) / 1000;
  const found = order.state === 'in-force' && WARNINGS.find(([limit]) => seconds <= limit);
  return found
    ? { level: found[1], seconds: Math.max(0, seconds), text: `▲ ends in ${age(Math.max(0, seconds))}` }
    : undefined;
}
