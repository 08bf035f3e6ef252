// A group as a row of the fleet list.

import { el, setAttribute, setText } from '../core/dom.js';
import { compact, dollars, number, percent } from '../core/format.js';

/** [heading, class, what it means] */
export const COLUMNS = [
  ['Group', 'name', 'Group and the service that it carries'],
  ['Status', 'status', 'Who or what holds it'],
  ['Required', 'num', 'Hosts that demand needs now'],
  ['In service', 'num', 'Hosts that serve, of those desired'],
  ['Floor', 'num', 'Minimum size, which Kickoff sets'],
  ['Max', 'num', 'Maximum size'],
  ['rpm in 30 min', 'num wide', 'Forecast p50 to p95, requests per minute'],
  ['Headroom', 'num', 'What the hosts in service carry over that p95'],
  ['AZ skew', 'num wide', 'Fullest zone over the emptiest, in hosts'],
  ['Quota left', 'num wide', 'Hosts that the account still allows'],
  ['Cost', 'num wide', 'Of the desired hosts'],
];

const CHIPS = {
  acting: '●',
  approve: '◆',
  'forecast-only': '○',
  frozen: '❄',
  overridden: '✎',
  conflict: '⚑',
  capped: '⊤',
  stale: '▲',
  waiting: '…',
};
const PRESSING = ['conflict', 'stale', 'frozen', 'capped', 'overridden', 'waiting'];

/** A status as shape, word and colour. */
export function chip(status, title) {
  return el('span', { class: 'chip', 'data-status': status, title }, el('span', { 'aria-hidden': 'true', text: CHIPS[status] ?? '•' }), ` ${status}`);
}

/** What comes first in the list: short groups, then what holds them, then the least headroom. */
export function pressing(fleet) {
  const required = fleet.need?.required;
  const serving = fleet.sizes?.inService;
  if (required !== undefined && serving !== undefined && required > serving) {
    return -1000 - (required - serving);
  }
  const rank = PRESSING.indexOf(fleet.standing?.status);
  return (rank < 0 ? PRESSING.length : rank) * 10 + Math.min(9, fleet.need?.outlook?.headroomRatio ?? 5);
}

/** An empty row; `updateRow` fills it. */
export function fleetRow() {
  const cells = COLUMNS.map(([text, kind]) => el('span', { role: 'cell', class: kind, 'data-label': text }));
  cells[0].append(el('a', {}), el('span', { class: 'muted of' }));
  return el('div', { class: 'fleet-row', role: 'row' }, cells);
}

const statusKey = (standing) => `${standing?.chips?.join()} ${standing?.because ?? ''}`;

function showStatus(cell, standing) {
  const key = statusKey(standing);
  if (cell.dataset.key !== key) {
    cell.dataset.key = key;
    const title = [standing?.conflict, standing?.capped, standing?.because].filter(Boolean).join('\n');
    cell.replaceChildren(...(standing?.chips ?? []).slice(0, 3).map((c) => chip(c, title)));
  }
}

/** Shows a group in its row. */
export function updateRow(row, fleet) {
  const [name, status, required, serving, floor, max, ahead, headroom, skew, quota, cost] = row.children;
  const { sizes, need, zones, limits, standing } = fleet;
  const short = need?.required !== undefined && sizes && need.required > sizes.inService;
  setAttribute(row, 'data-short', short ? 'true' : undefined);
  const [link, of] = name.children;
  setAttribute(link, 'href', `#/services/${encodeURIComponent(fleet.service)}?group=${encodeURIComponent(fleet.group)}`);
  setText(link, fleet.group);
  setText(of, fleet.service);
  showStatus(status, standing);
  setText(required, `${short ? '✕ ' : ''}${number(need?.required)}`);
  setText(serving, sizes ? `${number(sizes.inService)} / ${number(sizes.desired)}` : '–');
  const decided = sizes?.decidedFloor;
  setText(floor, decided !== undefined && decided !== sizes.floor ? `${number(sizes.floor)} (${number(decided)})` : number(sizes?.floor));
  setAttribute(floor, 'title', decided !== undefined && decided !== sizes?.floor ? `Kickoff decided ${decided}` : undefined);
  setText(max, number(sizes?.max ?? limits?.max));
  const outlook = need?.outlook;
  setText(ahead, outlook ? `${compact(outlook.p50Rpm)} – ${compact(outlook.p95Rpm)}` : '–');
  const ratio = outlook?.headroomRatio;
  setText(headroom, ratio === undefined ? '–' : `${ratio < 0 ? '▼ ' : ''}${percent(ratio)}`);
  setAttribute(headroom, 'data-level', ratio !== undefined && ratio < 0 ? 'bad' : undefined);
  setText(skew, zones ? number(zones.skew) : '–');
  setText(quota, number(limits?.quotaLeft));
  setText(cost, dollars(limits?.dollarsPerHour));
}
