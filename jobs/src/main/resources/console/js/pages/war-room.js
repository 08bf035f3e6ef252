// Tonight on one page: how long, how ready, what stands, and the buttons.

import { get, getTagged, paths } from '../core/api.js';
import { el, empty, facts, fill, refill } from '../core/dom.js';
import { clock, clockBoth, hosts, signed } from '../core/format.js';
import { live, now, soon } from '../core/live.js';
import { link } from '../core/router.js';
import { ServiceFeed } from '../chart/service-feed.js';
import { openOrder } from '../controls/order.js';
import { clocksOf, countdownOf, eventControls, readinessOf } from '../parts/event-parts.js';
import { kindText } from '../parts/orders.js';
import { control } from '../parts/roles.js';
import { sentence } from '../parts/sentence.js';

const HOUR = 3_600_000;

async function read(uid) {
  const { body, etag } = await getTagged(paths.event(uid));
  return { ...body, etag: body.etag ?? etag };
}

function findings(event) {
  const list = event.readiness?.findings ?? [];
  if (list.length === 0) {
    return el('p', { class: 'muted', text: 'No check has been made for it.' });
  }
  const sorted = [...list].sort((a, b) => Number(a.ok) - Number(b.ok));
  return el('ul', { class: 'findings' }, sorted.map((f) => el('li', { 'data-ok': String(f.ok) }, el('strong', { text: `${f.ok ? '✓' : '✕'} ${f.check}` }), el('span', { text: ` ${sentence(f.detail) ?? ''}` }))));
}

function phases(event) {
  const list = event.phases ?? [];
  return list.length > 0 && el('ol', { class: 'phases' }, list.map((p) => el('li', { 'data-now': String(Date.parse(p.from) <= now() && now() < Date.parse(p.until)) }, el('strong', { text: p.name }), ` ${clock(Date.parse(p.from))}–${clockBoth(Date.parse(p.until))}`)));
}

function kept(event) {
  const list = [...(event.kept ?? [])].sort((x, y) => Date.parse(x.from) - Date.parse(y.from));
  const said = list.map((o) => `${kindText(o)}${o.group ? ` for ${o.group}` : ''} ${clock(Date.parse(o.from))}–${clockBoth(Date.parse(o.until))}`);
  return list.length > 0 && el('p', { class: 'waits', text: `◆ Kept from the old plan until you confirm the change: ${said.join('; ')}.` });
}

function changes() {
  const list = live.status?.nextChanges ?? [];
  return list.length
    ? el('ul', { class: 'plain' }, list.map((c) => el('li', {}, el('strong', { class: 'num', text: `${c.underWay ? 'under way' : clockBoth(Date.parse(c.at))}: ${signed(c.hostsAfter - c.hostsBefore)} → ${hosts(c.hostsAfter)}` }), el('span', { class: 'muted', text: ` ${c.group} ${c.event ?? c.reason}` }))))
    : el('p', { class: 'muted', text: 'No change is planned.' });
}

/** The service with the least to spare, unless one was chosen. */
function choose(services, asked) {
  const carried = services.filter((s) => s.groups.length > 0);
  const spare = (s) => {
    const g = live.status?.groups.find((x) => x.service === s.service);
    return g?.inService === undefined || g.required === undefined ? Infinity : g.inService - g.required;
  };
  return services.find((s) => s.service === asked) ?? carried.sort((a, b) => spare(a) - spare(b))[0] ?? services[0];
}

export default {
  name: 'war-room',
  section: 'events',
  path: '/events/:uid/war-room',
  async open(stay, { uid, service: asked }) {
    let event = await read(uid);
    const services = (await get('/v1/services')).items;
    const service = choose(services, asked);
    const group = service?.groups[0];
    const ahead = Math.min(24 * HOUR, Math.max(2 * HOUR, Date.parse(event.end) + HOUR - now()));
    const feed = service && new ServiceFeed(stay, { service: service.service, group, hours: 6, ahead });
    const side = el('div', { class: 'room-side' });
    const head = el('div', { class: 'room-head card part' });
    let timer;
    const show = () => {
      timer = countdownOf(event);
      refill(head, el('div', { class: 'room-title' }, el('h1', { text: event.title }), el('p', { class: 'event-facts' }, el('span', { class: 'tag', text: event.category }), clocksOf(event))), el('div', { class: 'room-count' }, timer.node, el('span', { class: 'muted', text: 'to the start' })), eventControls(event), kept(event));
      refill(side, el('section', { class: 'card part' }, el('h2', {}, 'Readiness ', readinessOf(event)), findings(event)), el('section', { class: 'card part' }, el('h2', { text: 'Phases' }), phases(event) || el('p', { class: 'muted', text: 'No phases are known.' })), el('section', { class: 'card part' }, el('h2', { text: 'Next changes' }), changes()), event.attributes && Object.keys(event.attributes).length > 0 && el('details', { class: 'card part' }, el('summary', { text: 'What the calendar says' }), facts(Object.entries(event.attributes))));
    };
    show();
    const others = services.length > 1 && el('select', { 'aria-label': 'Service shown', onchange: (e) => (location.hash = `${link('events', uid, 'war-room')}?service=${encodeURIComponent(e.target.value)}`) }, services.map((s) => el('option', { value: s.service, text: s.service, selected: s === service })));
    const orders = group && el('div', { class: 'controls' }, el('a', { class: 'button', href: link('decisions', group.group, 'latest'), text: 'Explain the last decision' }), control('Pin…', 'operator', () => openOrder('pin', group.group)), control('Floor…', 'operator', () => openOrder('floor', group.group)), control('Ceiling…', 'operator', () => openOrder('ceiling', group.group)));
    const main = el('div', { class: 'room-main' }, service ? el('div', { class: 'page-head' }, el('h2', { text: service.service }), others, el('span', { class: 'push' }), orders) : empty('No service is known yet.'), feed?.node);
    fill(stay.root, head, el('div', { class: 'room' }, main, side));
    const again = () =>
      soon('war room', 500, async () => {
        if (stay.isOpen) {
          event = await read(uid);
          show();
        }
      });
    for (const topic of ['event', 'orders', 'refresh', 'plan']) {
      stay.on(topic, again);
    }
    stay.every(1000, () => timer.tick());
    await feed?.open();
  },
};
