// Orders of operators: in force, to come, and just ended.

import { getAll, paths } from '../core/api.js';
import { el, empty, fill, refill, setText, table } from '../core/dom.js';
import { age, dayClock } from '../core/format.js';
import { live, now } from '../core/live.js';
import { openFreeze, openResume } from '../controls/freeze.js';
import { openOrder, openWithdraw } from '../controls/order.js';
import { undoOrders } from '../controls/done.js';
import { freezesInForce, kindText, warningOf } from '../parts/orders.js';
import { control } from '../parts/roles.js';
import { toast } from '../parts/toast.js';

const STATES = { 'in-force': '● in force', pending: '… to come', ended: '■ ended' };

async function undo(order) {
  try {
    await undoOrders([order.id])();
    toast(`Undone: ${kindText(order)} for ${order.group ?? 'every group'}`);
  } catch (error) {
    toast(`Not undone: ${error.message}`, { kind: 'bad' });
  }
}

function buttons(order) {
  const undoable = order.undoableUntil && Date.parse(order.undoableUntil) > Date.now();
  return el('span', { class: 'row-buttons' }, order.state !== 'ended' && control('End…', 'operator', () => openWithdraw(order), { class: 'small' }), undoable && control('Undo', 'operator', () => undo(order), { class: 'small' }));
}

const left = (order) => (order.state === 'in-force' ? `${warningOf(order) ? '▲ ' : ''}${age((Date.parse(order.until) - now()) / 1000)} left` : '');

function rows(orders, timers) {
  return orders.map((order) => {
    const time = el('span', { class: 'num', text: left(order), 'data-warning': warningOf(order)?.level });
    timers.push(() => setText(time, left(order)));
    return [
      el('strong', { text: kindText(order) }),
      order.group ?? 'every group',
      el('span', { class: 'state-word', text: STATES[order.state] }),
      el('span', {}, el('span', { text: `${dayClock(Date.parse(order.from))} – ${dayClock(Date.parse(order.until))} ` }), time),
      order.author,
      order.reason,
      buttons(order),
    ];
  });
}

const COLUMNS = [['Order'], ['For'], ['State'], ['From – until'], ['By'], ['Reason', 'why'], ['']];

export default {
  name: 'overrides',
  path: '/overrides',
  async open(stay) {
    const timers = [];
    const list = el('div');
    const ended = el('input', { type: 'checkbox', onchange: () => stay.attempt(read, list) });
    const resume = control('Resume…', 'operator', () => openResume());
    const show = (orders) => {
      timers.length = 0;
      resume.hidden = freezesInForce().length === 0;
      refill(list, orders.length ? el('div', { class: 'card part' }, table('Overrides', COLUMNS, rows(orders, timers))) : empty('No override is in force. Kickoff follows its plan within its guardrails.'));
    };
    const read = async () => show(ended.checked ? await getAll(paths.overrides({ ended: true })) : live.overrides);
    const order = (text, kind) => control(text, 'operator', () => openOrder(kind));
    fill(
      stay.root,
      el('div', { class: 'page-head' }, el('h1', { text: 'Overrides' }), el('label', { class: 'toggle' }, ended, ' also ended'), el('span', { class: 'push' }), el('div', { class: 'controls', role: 'group', 'aria-label': 'New override' }, order('Pin…', 'pin'), order('Floor…', 'floor'), order('Ceiling…', 'ceiling'), order('Forecast only…', 'forecast-only'), control('Freeze…', 'operator', () => openFreeze(), { class: 'quiet-danger', lead: '❄' }), resume)),
      el('p', { class: 'muted', text: 'The strongest first: hard caps hold above all; then freeze, pin, ceiling, the floor of an event, and the forecast. Each has an end; when it comes, what was held is let go by the ramp.' }),
      list,
    );
    await read();
    stay.on('orders', () => read().catch(() => {}));
    stay.every(1000, () => timers.forEach((tick) => tick()));
  },
};
