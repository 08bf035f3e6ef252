// What the plan would be under other circumstances; it changes nothing.

import { getAll, paths, send } from '../core/api.js';
import { el, empty, fill } from '../core/dom.js';
import { dayClock } from '../core/format.js';
import { live, now } from '../core/live.js';
import { effectsOf } from '../parts/effects.js';
import { groupField, numberField, selectField } from '../parts/fields.js';
import { problemNote } from '../parts/problem.js';

const DAY = 86_400_000;
const ORDERS = [
  ['', 'no order'],
  ['pin', 'a pin'],
  ['floor', 'a floor'],
  ['ceiling', 'a ceiling'],
  ['freeze', 'a freeze of the engine'],
];

function bodyOf(v) {
  const move = { uid: v.event, byMinutes: v.byMinutes || undefined, extendMinutes: v.extendMinutes || undefined, factor: v.factor, cancel: v.cancel === 'yes' || undefined };
  const order = { group: v.group, kind: v.kind, hosts: v.kind.startsWith('freeze') ? undefined : v.hosts, reason: 'what if, not given' };
  return {
    group: v.group,
    demandFactor: v.demandFactor,
    leadTimeMinutes: v.leadTimeMinutes,
    order: v.kind ? order : undefined,
    move: v.event ? move : undefined,
  };
}

const factor = { input: { min: '0.01', max: '100', placeholder: '1' } };

export default {
  name: 'what-if',
  path: '/what-if',
  async open(stay, { group, event }) {
    const events = (await getAll(paths.events(now(), now() + 14 * DAY))).filter((e) => !e.cancelled);
    const choices = [['', 'no event'], ...events.map((e) => [e.uid, `${e.title}, ${dayClock(Date.parse(e.start))}`])];
    if (!live.status?.groups.length) {
      fill(stay.root, el('h1', { text: 'What-if' }), empty('No group is configured: there is no plan to change.'));
      return;
    }
    const fields = [
      groupField(group ?? live.status.groups[0].group, { every: false }),
      numberField('demandFactor', 'Demand, times the forecast', factor),
      numberField('leadTimeMinutes', 'Lead time, minutes', { input: { min: '0.1', max: '240', placeholder: 'as measured' } }),
      selectField('event', 'Event', choices, { value: event ?? '' }),
      numberField('byMinutes', 'Event starts later by, minutes', { input: { step: '1', placeholder: '0' } }),
      numberField('extendMinutes', 'Event ends later by, minutes', { input: { step: '1', placeholder: '0' } }),
      numberField('factor', 'Event’s lift, times', { ...factor, pointers: ['/move/factor'] }),
      selectField('cancel', 'Event is called off', [['', 'no'], ['yes', 'yes']]),
      selectField('kind', 'Order', ORDERS),
      numberField('hosts', 'Order: hosts', { input: { min: '1', step: '1' }, pointers: ['/order/hosts'] }),
    ];
    const result = el('div', { class: 'card part result', 'aria-live': 'polite' }, empty('Change something: the plan, its cost, and what the guardrails say appear here.'));
    let asked = 0;
    let timer;
    const values = () => Object.fromEntries(fields.map((f) => [f.name, f.read()]));
    const follow = () => {
      const v = values();
      for (const f of fields) {
        f.node.hidden = (['byMinutes', 'extendMinutes', 'factor', 'cancel'].includes(f.name) && !v.event) || (f.name === 'hosts' && (!v.kind || v.kind === 'freeze'));
      }
      return v;
    };
    const ask = async () => {
      const mine = ++asked;
      const v = follow();
      fields.forEach((f) => f.complain(''));
      if (v.kind && v.kind !== 'freeze' && !v.hosts) {
        fields.find((f) => f.name === 'hosts').complain('Say how many hosts.');
        return;
      }
      result.setAttribute('aria-busy', 'true');
      try {
        const { body } = await send('POST', '/v1/what-if', { body: bodyOf(v) });
        if (mine === asked) {
          const effects = body.effects ?? [body.effect ?? body];
          fill(result, el('h2', { text: 'Then' }), effectsOf({ effects, warnings: body.warnings }, { trail: true, open: true }));
        }
      } catch (error) {
        if (mine === asked) {
          (error.errors ?? []).forEach((e) => fields.find((f) => f.pointers.some((p) => e.pointer.startsWith(p)))?.complain(e.detail));
          fill(result, problemNote(error, ask));
        }
      } finally {
        result.removeAttribute('aria-busy');
      }
    };
    const form = el(
      'form',
      { class: 'card part', onsubmit: (e) => { e.preventDefault(); ask(); }, oninput: () => { follow(); clearTimeout(timer); timer = setTimeout(ask, 400); } },
      el('div', { class: 'fields' }, fields.map((f) => f.node)),
      el('footer', {}, el('button', { type: 'submit', class: 'primary', text: 'Show the plan' })),
    );
    stay.atEnd(() => clearTimeout(timer));
    follow();
    fill(stay.root, el('div', { class: 'page-head' }, el('h1', { text: 'What-if' }), el('p', { class: 'muted', text: 'The same planner and the same guardrails as in earnest. Nothing is changed.' })), el('div', { class: 'split' }, form, result));
    await ask();
  },
};
