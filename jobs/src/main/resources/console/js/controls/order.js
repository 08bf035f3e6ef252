// Pin, floor, ceiling and forecast only: asked, previewed, then applied.

import { paths, send } from '../core/api.js';
import { clockBoth } from '../core/format.js';
import { live } from '../core/live.js';
import { formDialog } from '../parts/dialog.js';
import { effectsOf } from '../parts/effects.js';
import { durationField, fixed, groupField, hostsField, reasonField, textField, typedName } from '../parts/fields.js';
import { kindText } from '../parts/orders.js';
import { done, undoableUntil, undoOrders } from './done.js';

const KINDS = {
  pin: ['Pin', 'The floor is exactly so many hosts: Kickoff neither raises nor lowers it. Freezes are stronger.', ['Holding steady during an incident', 'Load test: keep the size constant']],
  floor: ['Floor', 'The floor is at least so many hosts. Kickoff may still raise it.', ['Expecting more demand than forecast', 'Extra headroom for a deployment']],
  ceiling: ['Ceiling', 'Kickoff raises the floor to at most so many hosts, whatever demand does. It can leave you short.', ['A dependency cannot take more hosts', 'Budget limit agreed for today']],
  'forecast-only': ['Forecast only', 'Decisions go on and are recorded, and nothing is changed. The scorecard shows what acting would have done.', ['Watching the forecasts before acting', 'Handing scaling back to the group alone']],
};
const PLACEHOLDER = 'preview before it is given';

const bodyOf = (values) => ({
  group: values.group,
  kind: values.kind,
  hosts: values.hosts,
  minutes: values.minutes,
  reason: values.reason,
});

async function preview(values) {
  const body = { ...bodyOf(values), reason: values.reason.length >= 10 ? values.reason : PLACEHOLDER };
  const answer = await send('POST', '/v1/overrides', { body, dryRun: true });
  return effectsOf(answer.body);
}

/** Sends an order and says that it is done. */
export async function give(body, key) {
  const answer = await send('POST', '/v1/overrides', { body, key });
  const order = answer.body;
  const text = answer.status === 202 ? '' : `${kindText(order)} for ${order.group ?? 'every group'} until ${clockBoth(Date.parse(order.until))}`;
  done(answer, text, { undo: answer.status !== 202 && undoOrders([order.id]), until: undoableUntil(order), link: ['Overrides', '#/overrides'] });
}

const standing = (group) => {
  const known = live.status?.groups.find((g) => g.group === group) ?? live.status?.groups[0];
  return known?.floor ?? known?.inService;
};

/** Opens the form of an order: a kind, and the group it starts with (none: every group). */
export function openOrder(kind, group) {
  const [name, intro, reasons] = KINDS[kind];
  const counts = kind !== 'forecast-only';
  const hosts = counts ? hostsField(standing(group)) : fixed('hosts', undefined);
  const fields = [
    fixed('kind', kind),
    groupField(group),
    hosts,
    typedName(),
    reasonField(reasons),
    durationField(counts ? {} : { longer: true, value: 1440 }),
  ];
  return formDialog({
    title: group ? `${name} ${group}` : name,
    intro,
    fields,
    submit: `Apply ${name.toLowerCase()}`,
    mustPreview: true,
    preview,
    apply: (values, key) => give(bodyOf(values), key),
  });
}

/** Ends an order now. */
export function openWithdraw(order) {
  const own = order.author === live.session?.name;
  const reason = own
    ? textField('reason', 'Reason (optional: it is your own)', { maxlength: '500' })
    : reasonField(['No longer needed', 'Agreed with its author']);
  const path = (values) => `${paths.override(order.id)}${values.reason ? `?reason=${encodeURIComponent(values.reason)}` : ''}`;
  return formDialog({
    title: `End ${kindText(order)} for ${order.group ?? 'every group'}`,
    intro: `Given by ${order.author}: “${order.reason}”. What it held is let go by the ramp, step by step.`,
    fields: [reason],
    submit: 'End it now',
    mustPreview: true,
    preview: async (values) => {
      const asked = { reason: values.reason.length >= 10 ? values.reason : PLACEHOLDER };
      return effectsOf((await send('DELETE', path(asked), { dryRun: true })).body ?? {});
    },
    apply: async (values, key) => {
      const answer = await send('DELETE', path(values), { key });
      done(answer, `Ended: ${kindText(order)} for ${order.group ?? 'every group'}`, { undo: undoOrders([order.id]), until: undoableUntil(answer.body) });
    },
  });
}
