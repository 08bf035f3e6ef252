// The first ten seconds: is it acting, is it right, how do I stop it.

import { age, clock, clockBoth, engineTime, hosts, number, signed, utcNote } from './format.js';
import { byId, el, setText } from './dom.js';

const STATES = {
  ACTING: ['●', 'ACTING'],
  FROZEN: ['❄', 'FROZEN'],
  FORECAST_ONLY: ['○', 'FORECAST ONLY'],
  STALE_INPUT: ['▲', 'STALE INPUT'],
  WAITING: ['…', 'WAITING FOR INPUT'],
  ENDED: ['■', 'ENDED'],
};
const SOURCES = {
  demand: 'demand of',
  'forecast-near': 'near forecast of',
  'forecast-far': 'far forecast of',
  fleet: 'sight of',
};
const NAMED = 2;

/** Shows a status as the API gives it, and the newest change of a floor, if there was one. */
export function showStatus(status, lastChange) {
  const [mark, text] = STATES[status.state];
  byId('state').dataset.state = status.state;
  setText(byId('state-mark'), mark);
  setText(byId('state-text'), text);
  document.title = `${text} · Kickoff`;
  showTime(status);
  showInputAge(status);
  showHosts(status);
  showNext(status);
  setText(byId('stop-text'), explain(status, lastChange));
}

function showTime(status) {
  const { local, utc } = engineTime(Date.parse(status.engineTime));
  const node = byId('engine-time');
  if (!node.firstElementChild) {
    node.replaceChildren(el('span'), el('span', { class: 'utc muted' }));
  }
  setText(node.firstElementChild, local);
  setText(node.lastElementChild, utc);
  setText(byId('speed'), status.speed === 1 ? 'real time' : `${number(status.speed)}×`);
}

function showInputAge(status) {
  const ages = status.inputs.filter((i) => i.source === 'demand' && i.ageSeconds !== undefined);
  const oldest = ages.reduce((a, b) => (a && a.ageSeconds >= b.ageSeconds ? a : b), undefined);
  const node = byId('input-age');
  setText(node, age(oldest?.ageSeconds));
  node.dataset.stale = String(Boolean(oldest?.stale));
}

/** The group with the least to spare; one that is not known yet comes last. */
function tightest(groups) {
  const spare = (g) =>
    g.inService === undefined || g.required === undefined ? Infinity : g.inService - g.required;
  return groups.reduce((a, b) => (a && spare(a) <= spare(b) ? a : b), undefined);
}

function showHosts(status) {
  const group = tightest(status.groups);
  const name = status.groups.length > 1 ? `tightest: ${group?.group}` : group?.group;
  const own =
    group?.mode === 'FORECAST_ONLY' && group.decidedFloor !== undefined
      ? ` · Kickoff would hold ${hosts(group.decidedFloor)}`
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
  const why = change.event ? `${rises ? 'for' : 'after'} ${change.event}` : change.reason;
  const by = until > at ? ` (by ${clock(until)})` : '';
  const utc = utcNote(at);
  return el(
    'li',
    {},
    change.underWay
      ? el('span', { text: 'under way' })
      : el('time', { datetime: change.at, text: clock(at) }, el('span', { class: 'utc muted', text: ` ${utc || 'UTC'}` })),
    el('span', { class: 'delta num', text: signed(change.hostsAfter - change.hostsBefore) }),
    el('span', { class: 'num', text: `→ ${hosts(change.hostsAfter)}` }),
    el('span', { class: 'why', text: `${many ? `${change.group}: ` : ''}${why}${by}`, title: `${why}${by}` }),
  );
}

let shownNext;

function showNext(status) {
  const shown = status.nextChanges.map((c) => (c.underWay ? { ...c, at: '', completeAt: '' } : c));
  const key = JSON.stringify([shown, status.state]);
  if (key === shownNext) {
    return;
  }
  shownNext = key;
  const many = status.groups.length > 1;
  setText(byId('next-head'), status.acting.length ? 'Next changes of the floor' : 'Next changes it would make to the floor');
  const rows = status.nextChanges.map((change) => nextRow(change, many));
  const none = status.state === 'WAITING' ? 'No plan yet: it follows the first forecast' : 'No change planned as far as the forecast reaches';
  byId('next').replaceChildren(...(rows.length ? rows : [el('li', { class: 'empty', text: none })]));
}

function saidOf(change, acting) {
  if (!change) {
    return '';
  }
  const { from, to } = change.change;
  return ` ${acting ? 'Last change' : 'Last change it would have made:'} ${clockBoth(change.at)}: ${number(from)} → ${hosts(to)}.`;
}

function old(stale) {
  const oldest = [...stale].sort((a, b) => b.ageSeconds - a.ageSeconds);
  const named = oldest.slice(0, NAMED).map((i) => `${SOURCES[i.source]} ${i.name}, ${age(i.ageSeconds)}`);
  const more = oldest.length - named.length;
  return `Too old: ${named.join('; ')}${more > 0 ? `; ${more} more` : ''}.`;
}

function explain(status, lastChange) {
  const stale = status.inputs.filter((i) => i.stale);
  const acting = status.acting.length
    ? `Acting on ${status.acting.join(', ')}.`
    : 'Not acting: decisions are recorded only.';
  switch (status.state) {
    case 'ENDED':
      return 'The recorded demand has been played to its end. Nothing more is decided.';
    case 'STALE_INPUT':
      return `${acting} ${old(stale)}`;
    case 'FROZEN':
      return 'An operator has frozen it: nothing is changed until the freeze ends.';
    case 'WAITING':
      return `${acting} No demand has arrived yet.`;
    default:
      return acting + saidOf(lastChange, status.acting.length > 0);
  }
}

const LINKS = { live: 'live', down: 'lost, trying again', connecting: 'connecting' };

/** Shows whether the page hears from the server. */
export function showLink(link) {
  document.body.dataset.link = link;
  setText(byId('link-text'), LINKS[link]);
}
