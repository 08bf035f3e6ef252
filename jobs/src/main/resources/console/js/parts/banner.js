// The first ten seconds, on every page: is it acting, is it right, how do I stop it.

import { byId, el, fill, setText } from '../core/dom.js';
import { age, clock, clockBoth, engineTime, hosts, number, signed, utcNote, zone } from '../core/format.js';
import { live, now } from '../core/live.js';
import { link } from '../core/router.js';
import { inputText, isSilent, leaders, reconciledSeconds, troubles, words } from './mode.js';
import { freezesInForce, isFreeze, kindText, sortedInForce, warningOf } from './orders.js';
import { sentence } from './sentence.js';

const FROZEN = {
  'freeze-everything': ['Everything frozen', 'Planned capacity does not come.'],
  freeze: ['Engine frozen', 'Its safety schedule still fires.'],
  'freeze-in': ['Scale in frozen', 'Only raises.'],
  'freeze-out': ['Scale out frozen', 'Only lowers.'],
};
const NAMED = 2;
const ORDERS = 2;

/** Shows the newest status and orders. */
export function showStatus() {
  const status = live.status;
  if (!status) {
    return;
  }
  showMode(status);
  showFacts(status);
  showHelp();
  showHosts(status);
  showNext(status);
  setText(byId('mode-note'), explain(status));
  showOrders(status);
  setText(byId('zone-note'), `Times are ${zone(now())}. Engine speed: ${status.speed === 1 ? 'real time' : `${number(status.speed)}×`}.`);
}

let shownBeside;

function showMode(status) {
  const [first, ...rest] = words(status);
  byId('mode').dataset.mode = first.mode;
  setText(byId('mode-mark'), first.mark);
  setText(byId('mode-text'), first.word);
  document.title = `${first.word} · Kickoff`;
  const beside = rest.map((w) => w.mode).join();
  if (beside !== shownBeside) {
    shownBeside = beside;
    fill(byId('mode-also'), rest.map((w) => el('li', { class: 'mode', 'data-mode': w.mode }, el('span', { 'aria-hidden': 'true', text: w.mark }), w.short)));
  }
}

/** One link to what to do: to the alert that holds, or to the runbook where several do. */
function showHelp() {
  const found = troubles(live.status);
  const alerts = [...new Set(found.map((t) => t.alert))];
  const node = byId('help');
  node.hidden = alerts.length === 0;
  node.href = alerts.length === 1 ? link('runbook', alerts[0]) : link('runbook');
  setText(node, alerts.length > 1 ? `What to do (${alerts.length})` : 'What to do');
  node.title = found.map((t) => t.text).join('\n');
}

function showFacts(status) {
  const { local, utc } = engineTime(Date.parse(status.engineTime));
  const node = byId('engine-time');
  if (!node.firstElementChild) {
    fill(node, el('span'), el('span', { class: 'utc muted' }));
  }
  setText(node.firstElementChild, local);
  setText(node.lastElementChild, utc);
  const led = leaders(status);
  setText(byId('leader'), led.length > 1 ? `${led.length} leaders` : (led[0] ?? '–'));
  byId('leader').title = led.length ? `Decides: ${led.join(', ')}` : 'No controller has said that it leads';
  const seconds = reconciledSeconds(status);
  const reconciled = byId('reconciled');
  setText(reconciled, seconds === undefined ? '–' : `${age(seconds)} ago`);
  reconciled.dataset.stale = String(isSilent(status));
  const ages = status.inputs.filter((i) => i.ageSeconds !== undefined && i.source !== 'forecast-far');
  const oldest = ages.reduce((a, b) => (a && a.ageSeconds >= b.ageSeconds ? a : b), undefined);
  const input = byId('input-age');
  setText(input, age(oldest?.ageSeconds));
  input.dataset.stale = String(status.inputs.some((i) => i.stale));
  input.title = oldest ? inputText(oldest) : '';
}

/** The group with the least to spare; one that is not known yet comes last. */
function tightest(groups) {
  const spare = (g) =>
    g.inService === undefined || g.required === undefined ? Infinity : g.inService - g.required;
  return groups.reduce((a, b) => (a && spare(a) <= spare(b) ? a : b), undefined);
}

function showHosts(status) {
  const group = tightest(status.groups);
  const name = status.groups.length > 1 ? `tightest of ${status.groups.length}: ${group?.group}` : group?.group;
  const own =
    group?.mode === 'FORECAST_ONLY' && group.decidedFloor !== undefined
      ? ` · would hold ${hosts(group.decidedFloor)}`
      : '';
  setText(byId('now-group'), group ? name + own : 'no group configured');
  setText(byId('tile-floor'), number(group?.floor));
  setText(byId('tile-inservice'), number(group?.inService));
  setText(byId('tile-required'), number(group?.required));
  const [verdict, text] = judge(group, status);
  byId('verdict').dataset.verdict = verdict;
  setText(byId('verdict'), text);
}

/** Whether a group has what it needs, in a word and in a sentence. */
function judge(group, status) {
  if (group?.inService === undefined) {
    return ['unknown', 'The group has not been seen yet'];
  }
  if (group.required === undefined) {
    return ['unknown', 'Waiting for the first minutes of demand'];
  }
  const spare = group.inService - group.required;
  const said = spare >= 0 ? `${hosts(spare)} to spare` : `short of ${hosts(-spare)}`;
  const old = status.inputs.some(
    (i) => i.stale && (i.name === group.service || i.name === group.group),
  );
  if (old) {
    return ['old', `? Last known: ${said}`];
  }
  return spare >= 0 ? ['enough', `✓ Enough: ${said}`] : ['short', `✕ Not enough: ${said}`];
}

function nextRow(change, many) {
  const at = Date.parse(change.at);
  const rises = change.hostsAfter > change.hostsBefore;
  const until = Date.parse(change.completeAt);
  const why = change.event ? `${rises ? 'for' : 'after'} ${change.event}` : sentence(change.reason);
  const by = until > at ? ` (by ${clock(until)})` : '';
  return el(
    'li',
    {},
    change.underWay
      ? el('span', { text: 'under way' })
      : el('time', { datetime: change.at, text: clock(at) }, el('span', { class: 'utc muted', text: ` ${utcNote(at) || 'UTC'}` })),
    el('span', { class: 'delta num', text: signed(change.hostsAfter - change.hostsBefore) }),
    el('span', { class: 'num', text: `→ ${hosts(change.hostsAfter)}` }),
    el('span', { class: 'why', text: `${many ? `${change.group}: ` : ''}${why}${by}`, title: `${why}${by}` }),
  );
}

let shownNext;

function showNext(status) {
  const shown = status.nextChanges.map((c) => (c.underWay ? { ...c, at: '', completeAt: '' } : c));
  const held = sortedInForce().some((o) => isFreeze(o) || o.kind === 'pin' || o.kind === 'ceiling');
  setText(byId('next-head'), held ? 'Next changes of the plan (an order holds it)' : status.acting.length ? 'Next changes of the floor' : 'Next changes it would make');
  const key = JSON.stringify([shown, status.state]);
  if (key === shownNext) {
    return;
  }
  shownNext = key;
  const many = status.groups.length > 1;
  const none = status.state === 'WAITING' ? 'No plan yet: it follows the first forecast' : 'No change planned as far as the forecast reaches';
  const rows = status.nextChanges.map((change) => nextRow(change, many));
  fill(byId('next'), rows.length ? rows : el('li', { class: 'empty', text: none }));
}

function old(stale) {
  const oldest = [...stale].sort((a, b) => (b.ageSeconds ?? 0) - (a.ageSeconds ?? 0));
  const named = oldest.slice(0, NAMED).map((i) => `${inputText(i)}, ${age(i.ageSeconds)}`);
  const more = oldest.length - named.length;
  return `Too old: ${named.join('; ')}${more > 0 ? `; ${more} more` : ''}. Nothing is lowered meanwhile.`;
}

const some = (names) =>
  names.length > 3 ? `${names.slice(0, 2).join(', ')} and ${names.length - 2} more` : names.join(', ');

function explain(status) {
  if (isSilent(status)) {
    return 'The controller is silent: orders given here wait for it. Stop it outside: deploy/break-glass GROUP freeze.';
  }
  const acting = status.acting.length
    ? `Acting on ${some(status.acting)}.`
    : 'Not acting: decisions are recorded only.';
  if (status.state === 'ENDED') {
    return 'The recorded demand has been played to its end. Nothing more is decided.';
  }
  const stale = status.inputs.filter((i) => i.stale);
  const said = [frozenText() ?? acting];
  if (status.state === 'WAITING') {
    said.push('No demand has arrived yet.');
  } else if (stale.length) {
    said.push(old(stale));
  }
  return said.join(' ');
}

function frozenText() {
  const freezes = freezesInForce();
  if (freezes.length === 0) {
    return undefined;
  }
  const [first] = freezes;
  const more = freezes.length > 1 ? ` (and ${freezes.length - 1} more)` : '';
  const [what, meaning] = FROZEN[first.kind];
  return `${what}${first.group ? ` for ${first.group}` : ''} by ${first.author} until ${clockBoth(Date.parse(first.until))}${more}. ${meaning}`;
}

function showOrders(status) {
  const orders = sortedInForce();
  const rows = orders.slice(0, ORDERS).map((order) => {
    const warning = warningOf(order);
    return el(
      'li',
      { 'data-warning': warning?.level },
      el('span', { class: 'order-kind', text: `${kindText(order)} ${order.group ?? 'every group'}` }),
      el('span', { class: 'num', text: `${warning ? '▲ ' : ''}ends in ${age(warning?.seconds ?? (Date.parse(order.until) - Date.parse(status.engineTime)) / 1000)}` }),
    );
  });
  if (orders.length === 0) {
    rows.push(el('li', { class: 'muted', text: 'No override is in force.' }));
  }
  fill(byId('orders'), rows);
  setText(byId('orders-link'), orders.length > ORDERS ? `${orders.length - ORDERS} more overrides` : 'all overrides');
  setText(byId('overrides-count'), orders.length ? String(orders.length) : '');
  setText(byId('approvals-count'), live.reviews.length ? String(live.reviews.length) : '');
  byId('resume').hidden = freezesInForce().length === 0;
}

const LINKS = { live: 'live', down: 'lost, trying again', connecting: 'connecting' };

/** Shows whether the page hears from the server. */
export function showLink() {
  document.body.dataset.link = live.link;
  setText(byId('link-text'), LINKS[live.link]);
  if (live.link === 'down') {
    setText(byId('mode-note'), 'No word from the server: what is shown is old. Stop Kickoff without it: deploy/break-glass GROUP freeze.');
    showHelp();
  }
}
