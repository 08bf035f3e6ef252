// A scorecard in one sentence.

import { count, percent } from '../core/format.js';

/** What acting did, or would have done; undefined where nothing is known. */
export function scoreSentence(card) {
  if (!card) {
    return undefined;
  }
  if (card.sentence) {
    return card.sentence;
  }
  if (card.breachesAvoided === undefined) {
    return undefined;
  }
  const cost = card.hostHoursChange === undefined ? '' : ` at ${card.hostHoursChange >= 0 ? '+' : '−'}${percent(Math.abs(card.hostHoursChange))} host-hours`;
  return `${count(card.breachesAvoided, 'breach', 'breaches')} avoided${cost}.`;
}
