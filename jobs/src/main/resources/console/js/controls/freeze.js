// The red button, and the way back.

import { send } from '../core/api.js';
import { el } from '../core/dom.js';
import { count } from '../core/format.js';
import { live } from '../core/live.js';
import { formDialog } from '../parts/dialog.js';
import { effectsOf } from '../parts/effects.js';
import { cardsField, durationField, groupField, reasonField } from '../parts/fields.js';
import { freezesInForce, kindText } from '../parts/orders.js';
import { done, undoOrders } from './done.js';
import { give } from './order.js';

const KINDS = [
  ['freeze', 'Freeze engine', 'Kickoff changes nothing. The safety schedule that it wrote into AWS beforehand still fires: capacity planned for tonight still comes. The group’s own scaling policy goes on.'],
  ['freeze-everything', 'Freeze everything', 'Kickoff changes nothing, and AWS’s scheduled actions are suspended too: planned capacity does NOT come. The group’s own scaling policy goes on.'],
  ['freeze-in', 'No scale in', 'Only raises: nothing is lowered.'],
  ['freeze-out', 'No scale out', 'Only lowers: nothing is raised.'],
];
const REASONS = [
  'Unexpected behaviour: stopping to look',
  'Incident in progress: keep the size as it is',
  'Maintenance of the fleet by hand',
];
const BACK = ['Cause found and mended', 'Incident is over, back to normal'];
const PLACEHOLDER = 'preview before it is given';

/** Asks which freeze; everything is filled in already, so that confirming is enough. */
export function openFreeze(group) {
  return formDialog({
    title: 'Freeze',
    fields: [
      cardsField('kind', 'What stops', KINDS, 'freeze'),
      groupField(group, { everyFirst: true }),
      durationField(),
      reasonField(REASONS, { prefilled: true }),
    ],
    submit: 'Freeze now',
    danger: true,
    apply: (values, key) => give(values, key),
  });
}

function diffOf(preview) {
  const effects = preview.effects ?? [];
  const change = effects.filter((e) => e.floorNow !== e.floorThen).length;
  return [
    el('p', {}, change ? `${count(change, 'group changes', 'groups change')} at once; the rest of the way goes by the ramp.` : 'Nothing changes at once.'),
    ...effectsOf(preview, { trail: true }),
  ];
}

/** Shows what would happen now, and ends the freezes. */
export function openResume(group) {
  const freezes = freezesInForce().filter((o) => !group || !o.group || o.group === group);
  const said = freezes.map((o) => `${kindText(o)} for ${o.group ?? 'every group'} by ${o.author}`).join('; ');
  return formDialog({
    title: 'Resume',
    intro: said ? `Ends: ${said}.` : 'No freeze is in force.',
    fields: [groupField(group, { everyFirst: true }), reasonField(BACK, { prefilled: true })],
    submit: 'Resume',
    mustPreview: true,
    preview: async ({ group: of, reason }) => {
      const body = { group: of, reason: reason.length >= 10 ? reason : PLACEHOLDER };
      return diffOf((await send('POST', '/v1/resume', { body, dryRun: true })).body);
    },
    apply: async (values, key) => {
      const ended = live.overrides.filter((o) => freezes.includes(o) && (!values.group || o.group === values.group));
      const answer = await send('POST', '/v1/resume', { body: values, key });
      done(answer, `Resumed ${values.group ?? 'every group'}`, { undo: ended.length > 0 && undoOrders(ended.map((o) => o.id)) });
    },
  });
}
