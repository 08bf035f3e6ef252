// Events: moved, extended, called off, confirmed, edited, added, imported.

import { getTagged, paths, query, send } from '../core/api.js';
import { el, facts } from '../core/dom.js';
import { allClocks, clockBoth, count, dayClock, zoneOf } from '../core/format.js';
import { now, tell } from '../core/live.js';
import { formDialog } from '../parts/dialog.js';
import { effectsOf } from '../parts/effects.js';
import { fixed, instantField, numberField, reasonField, textField } from '../parts/fields.js';
import { kindText } from '../parts/orders.js';
import { done } from './done.js';

const KEPT = 'What was planned for the old time is kept until you confirm the change.';
const DELAYS = ['Kick-off is delayed', 'The broadcaster moved the start'];
const MORE = ['Extra time and penalties', 'The event runs longer than planned'];
const PLACEHOLDER = 'preview before it is given';

/** `text` is a function: where the change waits for approval, there is no event to tell of. */
function changed(answer, text, of) {
  done(answer, answer.status === 202 ? '' : text(answer.body.event ?? answer.body), of);
  tell('event', []);
}

function timesOf(preview, event) {
  const to = preview.event ?? (preview.uid ? preview : undefined);
  return (
    to &&
    facts([
      ['Starts', `${clockBoth(Date.parse(event.start))} → ${allClocks(Date.parse(to.start), zoneOf(event))}`],
      ['Ends', `${clockBoth(Date.parse(event.end))} → ${clockBoth(Date.parse(to.end))}`],
    ])
  );
}

const previewOf = (answer, event) => [timesOf(answer.body, event), ...(answer.body.effects ? effectsOf(answer.body) : [])];

const moveBody = (v) => ({
  byMinutes: v.byMinutes || undefined,
  extendMinutes: v.extendMinutes || undefined,
  reason: v.reason,
});

async function back(uid, moved) {
  const { etag, body } = await getTagged(paths.event(uid));
  const undo = { byMinutes: -(moved.byMinutes ?? 0) || undefined, extendMinutes: -(moved.extendMinutes ?? 0) || undefined, reason: 'Undo of the last change' };
  await send('POST', `${paths.event(uid)}/move`, { body: undo, etag: body.etag ?? etag });
  tell('event', []);
}

/** The event as it stands now: what was shown may be a moment old. */
async function fresh(event) {
  try {
    const { body, etag } = await getTagged(paths.event(event.uid));
    return { ...body, etag: body.etag ?? etag };
  } catch {
    return event;
  }
}

/** Moves an event by minutes and extends it. */
export async function openMove(shown, start = {}) {
  const event = await fresh(shown);
  const path = `${paths.event(event.uid)}/move`;
  const extends_ = start.extendMinutes !== undefined;
  const whole = { input: { step: '1', inputmode: 'numeric' } };
  const minutes = numberField('byMinutes', 'Move the start by, minutes', { ...whole, input: { ...whole.input, value: start.byMinutes ?? 0, min: '-1440', max: '1440' }, help: 'A minus moves it earlier.' });
  const longer = numberField('extendMinutes', 'Extend the end by, minutes', { ...whole, input: { ...whole.input, value: start.extendMinutes ?? 0, min: '-600', max: '600' } });
  const nothing = { ...fixed('nothing'), lacks: () => !minutes.read() && !longer.read() && 'Say by how many minutes.' };
  nothing.wrong = nothing.lacks;
  return formDialog({
    title: `${extends_ ? 'Extend' : 'Move'} ${event.title}`,
    intro: KEPT,
    fields: [minutes, longer, nothing, reasonField(extends_ ? MORE : DELAYS, { prefilled: true })],
    submit: extends_ ? 'Extend it' : 'Move it',
    mustPreview: true,
    preview: async (v) => previewOf(await send('POST', path, { body: { ...moveBody(v), reason: PLACEHOLDER }, etag: event.etag, dryRun: true }), event),
    apply: async (v, key) => {
      const body = moveBody(v);
      const answer = await send('POST', path, { body, etag: event.etag, key });
      changed(answer, (to) => `${event.title}: starts ${clockBoth(Date.parse(to.start))}, ends ${clockBoth(Date.parse(to.end))}`, { undo: () => back(event.uid, body) });
    },
  });
}

const draftOf = (event) => ({
  title: event.title,
  category: event.category,
  start: event.start,
  end: event.end,
  attributes: event.attributes ?? {},
});

async function put(uid, draft) {
  const { etag, body } = await getTagged(paths.event(uid));
  await send('PUT', paths.event(uid), { body: draft, etag: body.etag ?? etag });
  tell('event', []);
}

/** Calls an event off. */
export async function openCancel(shown) {
  const event = await fresh(shown);
  return formDialog({
    title: `Cancel ${event.title}`,
    intro: 'The event is called off. What was planned for it is kept until you confirm that.',
    fields: [],
    submit: 'Call it off',
    danger: true,
    mustPreview: true,
    preview: async () => previewOf(await send('DELETE', paths.event(event.uid), { etag: event.etag, dryRun: true }), event),
    apply: async (v, key) => {
      const answer = await send('DELETE', paths.event(event.uid), { etag: event.etag, key });
      changed(answer, () => `${event.title} is called off; its capacity is kept until you confirm`, { undo: () => put(event.uid, draftOf(event)) });
    },
  });
}

/** Lets go of what is kept from before the last change. */
export function openConfirm(event) {
  const kept = [...(event.kept ?? [])].sort((x, y) => Date.parse(x.from) - Date.parse(y.from)).map((o) => el('li', { text: `${kindText(o)} for ${o.group ?? 'every group'} from ${clockBoth(Date.parse(o.from))} until ${clockBoth(Date.parse(o.until))}` }));
  return formDialog({
    title: `Confirm the change of ${event.title}`,
    intro: el('div', {}, el('p', { text: 'Is the new plan right? Then what is kept of the old one is let go by the ramp:' }), el('ul', {}, kept)),
    fields: [],
    submit: 'Let the old plan go',
    apply: async (v, key) => changed(await send('POST', `${paths.event(event.uid)}/confirm`, { key }), () => `${event.title}: the old plan is let go`),
  });
}

const attributesText = (attributes = {}) =>
  Object.entries(attributes).map(([name, value]) => `${name}=${value}`).join('\n');

function attributesField(attributes) {
  const f = textField('attributes', 'Attributes, one name=value a line', {});
  const area = el('textarea', { rows: '3', id: f.input.id, 'aria-describedby': f.input.getAttribute('aria-describedby') });
  area.value = attributesText(attributes);
  f.input.replaceWith(area);
  const lines = () => area.value.split('\n').map((l) => l.trim()).filter(Boolean);
  const lacks = () => lines().some((l) => !/^[^=]+=/.test(l)) && 'Attributes are written name=value, one a line.';
  const read = () => Object.fromEntries(lines().map((l) => [l.slice(0, l.indexOf('=')).trim(), l.slice(l.indexOf('=') + 1).trim()]));
  return { ...f, input: area, read, lacks, wrong: lacks };
}

/** Edits an event, or adds one where none is given. */
export async function openEdit(shown) {
  const event = shown && (await fresh(shown));
  const zone = event && zoneOf(event);
  const start = event ? Date.parse(event.start) : Math.ceil((now() + 3_600_000) / 1_800_000) * 1_800_000;
  const end = event ? Date.parse(event.end) : start + 115 * 60_000;
  const said = (v) => !v && 'Say what it is called, and its category.';
  const fields = [
    textField('title', 'Title', { value: event?.title, maxlength: '300', lacks: said, wrong: said }),
    textField('category', 'Category (similar events share it)', { value: event?.category, maxlength: '100', lacks: said, wrong: said }),
    instantField('start', 'Start', start, zone),
    instantField('end', 'End', end, zone),
    attributesField(event?.attributes),
  ];
  const way = event ? ['PUT', paths.event(event.uid)] : ['POST', '/v1/events'];
  return formDialog({
    title: event ? `Edit ${event.title}` : 'Add an event',
    intro: event ? KEPT : 'It is planned for as soon as it is added. What looks like a slip of the hand waits for approval.',
    fields,
    submit: event ? 'Save' : 'Add it',
    mustPreview: true,
    preview: async (v) => {
      const answer = await send(...way, { body: v, etag: event?.etag, dryRun: true });
      return event ? previewOf(answer, event) : effectsOf(answer.body);
    },
    apply: async (v, key) => {
      const answer = await send(...way, { body: v, etag: event?.etag, key });
      const undo = event
        ? () => put(event.uid, draftOf(event))
        : () => send('DELETE', paths.event(answer.body.uid), { etag: answer.body.etag }).then(() => tell('event', []));
      changed(answer, () => `${v.title} is ${event ? 'saved' : 'added'}`, { undo });
    },
  });
}

const titles = (items) => (items ?? []).map((e) => el('li', { text: `${e.title ?? e.uid}${e.start ? `, ${dayClock(Date.parse(e.start))}` : ''}${e.reason ? `: ${e.reason}` : ''}${(e.changes ?? []).map((c) => `; ${c.field} ${c.from ?? '–'} → ${c.to ?? '–'}`).join('')}` }));

const PARTS = [['added', '+ add'], ['changed', '≠ change'], ['cancelled', '✕ call off'], ['deleted', '− delete'], ['aside', '◆ put aside for a person']];

function importPreview(body) {
  const lists = PARTS.map(([name, word]) => [word, body[name] ?? []]).filter(([, items]) => items.length);
  return [
    el('p', { text: lists.map(([word, items]) => `${word} ${count(items.length, 'event', 'events')}`).join(' · ') || 'It changes nothing.' }),
    ...lists.map(([word, items]) => el('details', { open: items.length < 9 }, el('summary', { text: word }), el('ul', {}, titles(items)))),
    ...[body.suspicious, body.problems, body.notes].flat().filter(Boolean).map((text) => el('p', { class: 'warning', text: `▲ ${text}` })),
  ];
}

/** Reads a calendar from a file: first what it would add, change and delete, then applied. */
export function openImport() {
  const path = query('/v1/events/import', { zone: Intl.DateTimeFormat().resolvedOptions().timeZone });
  let text = '';
  let type = 'text/calendar';
  let chosen = 0;
  const file = textField('file', 'Calendar file (.ics or .csv)', {});
  const input = el('input', { type: 'file', accept: '.ics,.csv,text/calendar,text/csv', id: file.input.id, 'aria-describedby': file.input.getAttribute('aria-describedby') });
  file.input.replaceWith(input);
  input.addEventListener('change', async () => {
    text = (await input.files[0]?.text()) ?? '';
    type = input.files[0]?.name.endsWith('.csv') ? 'text/csv' : 'text/calendar';
    chosen++;
    input.dispatchEvent(new Event('input', { bubbles: true }));
  });
  const lacks = () => !text && 'Choose a file.';
  return formDialog({
    title: 'Import a calendar',
    intro: 'Times without a zone are read in your own. Events of an earlier import that are no longer in the file are deleted.',
    fields: [{ ...file, read: () => chosen, lacks, wrong: lacks, pointers: ['/'] }],
    submit: 'Apply the import',
    mustPreview: true,
    preview: async () => importPreview((await send('POST', path, { text, type, dryRun: true })).body),
    apply: async (v, key) => changed(await send('POST', path, { text, type, key }), () => 'The calendar is imported'),
  });
}

