// An event in words: its clocks, how ready Kickoff is for it, and its controls.

import { el, setText } from '../core/dom.js';
import { allClocks, countdown, zoneOf } from '../core/format.js';
import { now } from '../core/live.js';
import { openCancel, openConfirm, openEdit, openMove } from '../controls/event.js';
import { control } from './roles.js';

/** Its start and end on every clock. */
export function clocksOf(event) {
  const zone = zoneOf(event);
  return el(
    'span',
    { class: 'clocks' },
    el('time', { datetime: event.start, text: allClocks(Date.parse(event.start), zone) }),
    el('span', { class: 'muted', text: `ends ${allClocks(Date.parse(event.end), zone)}` }),
  );
}

/** A countdown that is kept up to date by `tick`. */
export function countdownOf(event) {
  const node = el('span', { class: 'countdown num', role: 'timer' });
  const tick = () => {
    const left = (Date.parse(event.start) - now()) / 1000;
    const over = now() > Date.parse(event.end);
    setText(node, event.cancelled ? 'cancelled' : over ? 'over' : countdown(left));
    node.dataset.phase = event.cancelled || over ? 'over' : left > 0 ? 'before' : 'during';
  };
  tick();
  return { node, tick };
}

/** How ready Kickoff is: a score, its checks in the title; undefined where nobody knows. */
export function readinessOf(event) {
  const ready = event.readiness;
  if (!ready) {
    return undefined;
  }
  const wrong = (ready.findings ?? []).filter((f) => !f.ok);
  const level = ready.score >= 0.999 ? 'good' : ready.score >= 0.75 ? 'warn' : 'bad';
  const mark = { good: '✓', warn: '▲', bad: '✕' }[level];
  const said = wrong.length ? `${wrong.length} to mend` : 'ready';
  return el('span', { class: 'readiness', 'data-level': level }, `${mark} ${Math.round(ready.score * 100)} % `, el('span', { class: 'muted', text: said }));
}

/** The buttons of an event. */
export function eventControls(event) {
  const move = (minutes) => control(`+${minutes} min`, 'operator', () => openMove(event, { byMinutes: minutes }), { title: `Delay by ${minutes} minutes` });
  const rest = event.cancelled
    ? []
    : [
        el('span', { class: 'muted', text: 'Delay' }),
        move(15),
        move(30),
        move(60),
        control('Move…', 'operator', () => openMove(event, { byMinutes: 0 })),
        control('Extend…', 'operator', () => openMove(event, { extendMinutes: 30 }), { title: 'Extra time' }),
        control('Edit…', 'operator', () => openEdit(event)),
        control('Cancel…', 'operator', () => openCancel(event), { class: 'quiet-danger' }),
      ];
  const kept = event.kept?.length > 0 && control('Confirm the change…', 'operator', () => openConfirm(event), { class: 'primary' });
  return el('div', { class: 'controls', role: 'group', 'aria-label': `Controls of ${event.title}` }, kept, rest);
}
