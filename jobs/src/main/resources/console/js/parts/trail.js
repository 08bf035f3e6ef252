// The guardrails that were asked, in order: what was proposed, what was allowed, by which rule.

import { table, el } from '../core/dom.js';
import { number } from '../core/format.js';
import { sentence } from './sentence.js';

function allowed(verdict) {
  const changed = verdict.proposed !== verdict.allowed;
  return el(changed ? 'strong' : 'span', { text: `${changed ? '◆ ' : ''}${number(verdict.proposed)} → ${number(verdict.allowed)}` });
}

/** A table of verdicts. */
export function verdictsTable(trail) {
  return table(
    'Guardrails, in the order they were asked',
    [['Guardrail'], ['Before → after', 'num'], ['Rule']],
    trail.map((v) => [
      el('code', { text: v.guardrail }),
      allowed(v),
      el('span', {}, sentence(v.reason), v.alarm && el('strong', { class: 'alarm', text: ` ▲ ${v.alarm}` })),
    ]),
  );
}
