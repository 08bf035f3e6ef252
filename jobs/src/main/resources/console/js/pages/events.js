// Events, the next one first, with countdown, readiness and what may be done about them.

import { getAll, paths } from '../core/api.js';
import { button, el, empty, fill, refill, table } from '../core/dom.js';
import { now, soon } from '../core/live.js';
import { link } from '../core/router.js';
import { openEdit, openImport } from '../controls/event.js';
import { clocksOf, countdownOf, eventControls, readinessOf } from '../parts/event-parts.js';
import { control } from '../parts/roles.js';

const DAY = 86_400_000;

function card(event, timers) {
  const timer = countdownOf(event);
  timers.push(timer);
  const room = link('events', event.uid, 'war-room');
  return el(
    'article',
    { class: 'card event', 'data-cancelled': String(event.cancelled) },
    el('div', { class: 'event-head' }, el('h2', {}, el('a', { href: room, text: event.title })), timer.node, readinessOf(event)),
    el('p', { class: 'event-facts' }, el('span', { class: 'tag', text: event.category }), clocksOf(event)),
    event.kept?.length > 0 && el('p', { class: 'waits', text: '◆ Its old plan is kept until the change is confirmed.' }),
    el('div', { class: 'event-foot' }, eventControls(event), el('a', { class: 'button', href: room, text: 'War room' })),
  );
}

const pastTable = (events) =>
  table(
    'Past events',
    [['Event'], ['Category'], ['Times']],
    events.map((e) => [el('a', { href: link('events', e.uid, 'war-room'), text: e.title }), e.category, clocksOf(e)]),
  );

export default {
  name: 'events',
  path: '/events',
  async open(stay, { days }) {
    const span = Number(days) || 14;
    const list = el('div', { class: 'events' });
    const timers = [];
    const read = async () => {
      const items = await getAll(paths.events(now() - 2 * DAY, now() + span * DAY));
      items.sort((a, b) => Date.parse(a.start) - Date.parse(b.start));
      const coming = items.filter((e) => Date.parse(e.end) > now());
      const past = items.filter((e) => Date.parse(e.end) <= now()).reverse();
      timers.length = 0;
      refill(
        list,
        coming.length ? coming.map((e) => card(e, timers)) : empty(`No event in the next ${span} days. Kickoff forecasts without one, from the rhythm of the days.`),
        past.length > 0 && el('details', { class: 'card part' }, el('summary', { text: `${past.length} in the last two days` }), pastTable(past)),
      );
    };
    const again = () => soon('events page', 1500, () => stay.isOpen && read());
    await read();
    fill(
      stay.root,
      el(
        'div',
        { class: 'page-head' },
        el('h1', { text: 'Events' }),
        el('span', { class: 'push' }),
        span < 90 && button(`Show ${span < 60 ? 60 : 90} days`, () => (location.hash = `#/events?days=${span < 60 ? 60 : 90}`)),
        control('Import a calendar…', 'operator', () => openImport()),
        control('Add an event…', 'operator', () => openEdit(undefined), { class: 'primary' }),
      ),
      list,
    );
    stay.every(1000, () => timers.forEach((t) => t.tick()));
    stay.on('event', again);
    stay.on('orders', again);
    stay.on('refresh', again);
  },
};
