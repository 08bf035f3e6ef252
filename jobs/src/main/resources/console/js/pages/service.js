// One service: what came, what was expected, what stands, and the controls.

import { get, getIfThere, paths } from '../core/api.js';
import { el, empty, fill, refill, setText } from '../core/dom.js';
import { clock, hosts, number, rpm } from '../core/format.js';
import { now } from '../core/live.js';
import { link } from '../core/router.js';
import { newestDemand } from '../chart/series.js';
import { ServiceFeed } from '../chart/service-feed.js';
import { openFreeze } from '../controls/freeze.js';
import { openOrder, openWithdraw } from '../controls/order.js';
import { chip } from '../parts/fleet-row.js';
import { DecisionList } from '../parts/decision-list.js';
import { kindText, sortedInForce, warningOf } from '../parts/orders.js';
import { control } from '../parts/roles.js';
import { scoreSentence } from '../parts/score.js';

function controls(group) {
  const order = (text, kind, of) => control(text, 'operator', () => openOrder(kind, group), of);
  return el(
    'div',
    { class: 'controls', role: 'group', 'aria-label': `Controls of ${group}` },
    el('a', { class: 'button primary', href: link('decisions', group, 'latest'), text: 'Explain the last decision' }),
    order('Pin…', 'pin', { title: 'Exactly so many hosts' }),
    order('Floor…', 'floor', { title: 'At least so many hosts' }),
    order('Ceiling…', 'ceiling', { title: 'At most so many hosts' }),
    order('Forecast only…', 'forecast-only', { title: 'Decide and record, change nothing' }),
    control('Freeze…', 'operator', () => openFreeze(group), { class: 'quiet-danger', lead: '❄' }),
  );
}

function ordersOf(group) {
  const own = sortedInForce().filter((o) => !o.group || o.group === group);
  return own.map((o) =>
    el(
      'li',
      { 'data-warning': warningOf(o)?.level },
      el('strong', { text: kindText(o) }),
      ` until ${clock(Date.parse(o.until))} by ${o.author}: ${o.reason}`,
      warningOf(o) && el('strong', { class: 'soon', text: ` ${warningOf(o).text}` }),
      ' ',
      control('End…', 'operator', () => openWithdraw(o), { class: 'small' }),
    ),
  );
}

function say(feed, summary) {
  const row = newestDemand(feed.history, now());
  const parts = [];
  if (row) {
    const inside = row.forecast && row.demandRpm <= row.forecast.p95;
    const against = row.forecast ? ` (forecast said ${number(row.forecast.p50)}, ${inside ? 'below' : 'ABOVE'} p95 ${number(row.forecast.p95)})` : '';
    parts.push(`${rpm(row.demandRpm)}${against}`);
  }
  const near = feed.history.near;
  if (near) {
    parts.push(`forecast by ${near.method?.method ?? 'an unknown method'} at ${clock(near.issuedAt)}`);
  }
  if (feed.history.group) {
    parts.push(`one host carries ${rpm(feed.history.group.rpmPerHost)}`);
  }
  for (const trouble of (summary.health ?? []).filter((h) => h.verdict === 'DEGRADED')) {
    parts.push(`▲ forecasts DEGRADED: ${trouble.sentence}`);
  }
  return parts.join(' · ');
}

const page = {
  name: 'service',
  section: 'fleet',
  path: '/services/:name',
  async open(stay, { name, group: asked }) {
    const { items } = await get('/v1/services');
    const summary = items.find((s) => s.service === name);
    if (!summary) {
      fill(stay.root, el('h1', { text: name }), empty(`No service is called ${name}. `, el('a', { href: '#/', text: 'See the fleet' })));
      return;
    }
    const group = summary.groups.find((g) => g.group === asked) ?? summary.groups[0];
    const feed = new ServiceFeed(stay, { service: name, group });
    const facts = el('p', { class: 'muted facts-line', text: ' ' });
    const standing = el('span', { class: 'chips' });
    const orders = el('ul', { class: 'own-orders' });
    const score = el('p', { class: 'score muted' });
    const list = new DecisionList({ group: group?.group });
    const others = summary.groups.filter((g) => g !== group).map((g) => el('a', { href: `${link('services', name)}?group=${encodeURIComponent(g.group)}`, text: g.group }));
    fill(
      stay.root,
      el('div', { class: 'page-head' }, el('h1', { text: name }), group && el('span', { class: 'muted', text: group.group === name ? '' : `group ${group.group}` }), standing, others.length > 0 && el('span', { class: 'muted' }, 'also on ', others)),
      facts,
      group ? controls(group.group) : empty('No group of hosts is configured for this service: it is only forecast.'),
      orders,
      feed.node,
      score,
      list.node,
    );
    const fleet = async () => {
      const found = group && (await getIfThere(paths.fleet(group.group)));
      fill(standing, (found?.standing?.chips ?? []).map((c) => chip(c, found.standing.because)), found?.sizes && el('span', { class: 'muted', text: ` ${hosts(found.sizes.inService)} in service, ${number(found.sizes.pending)} pending` }));
    };
    const showOrders = () => group && refill(orders, ordersOf(group.group));
    stay.on('orders', showOrders);
    stay.on('decision', (d) => list.add(d));
    stay.on('refresh', () => list.load().catch(() => {}));
    stay.every(1000, () => setText(facts, say(feed, summary)));
    stay.every(5000, () => fleet().catch(() => {}));
    showOrders();
    await Promise.all([feed.open(), list.load(), fleet(), group && showScore(score, group)]);
    setText(facts, say(feed, summary));
  },
};

/** Where a group is forecast only, what acting would have done; always a link to the scorecard. */
async function showScore(place, group) {
  const more = el('a', { href: `#/scorecard?group=${encodeURIComponent(group.group)}`, text: 'Scorecard' });
  const watched = group.mode === 'FORECAST_ONLY';
  const sentence = watched && scoreSentence(await getIfThere(paths.scorecard(group.group)).catch(() => undefined));
  fill(place, sentence && el('strong', { text: 'Had it acted: ' }), sentence, sentence && ' ', more);
}

export default page;
