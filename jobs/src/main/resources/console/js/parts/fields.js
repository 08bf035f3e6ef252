// Fields of forms: each has a name, a node, what it reads, what it lacks, and where errors show.

import { button, el, setText } from '../core/dom.js';
import { allClocks, clockBoth } from '../core/format.js';
import { live, now } from '../core/live.js';

let count = 0;

/** A field around an input; `of`: name, label, help, pointers, lacks(value), wrong(value). */
function field(of, input, read, ...more) {
  const id = `field-${++count}`;
  const errorId = `${id}-error`;
  input.id = id;
  input.setAttribute('aria-describedby', errorId);
  const error = el('p', { class: 'field-error', id: errorId });
  const node = el(
    'div',
    { class: `field field-${of.name}` },
    el('label', { for: id, text: of.label }),
    input,
    ...more,
    of.help && el('p', { class: 'muted help', text: of.help }),
    error,
  );
  return {
    name: of.name,
    pointers: of.pointers ?? [`/${of.name}`],
    node,
    input,
    read,
    lacks: () => of.lacks?.(read()) || of.wrong?.(read()),
    wrong: () => of.wrong?.(read()),
    complain: (text) => {
      setText(error, text ? `✕ ${text}` : '');
      input.setAttribute('aria-invalid', String(Boolean(text)));
    },
  };
}

/** A whole number of hosts. */
export function hostsField(value) {
  const input = el('input', { type: 'number', min: '1', max: '100000', step: '1', inputmode: 'numeric', value, autofocus: true });
  const read = () => (input.value === '' ? undefined : Number(input.value));
  const good = (v) => Number.isInteger(v) && v >= 1 && v <= 100000;
  return field({ name: 'hosts', label: 'Hosts', wrong: (v) => !good(v) && 'Say how many hosts: a whole number from 1.' }, input, read);
}

/** A number with a unit; empty reads as undefined. */
export function numberField(name, label, of = {}) {
  const input = el('input', { type: 'number', step: 'any', inputmode: 'decimal', ...of.input });
  const read = () => (input.value === '' ? undefined : Number(input.value));
  return field({ name, label, ...of }, input, read);
}

/** A line of text. */
export function textField(name, label, of = {}) {
  const input = el('input', { type: 'text', value: of.value, maxlength: of.maxlength, autocomplete: 'off' });
  return field({ name, label, ...of }, input, () => input.value.trim());
}

/** Why, in at least ten characters; `choices` are offered at a press, the first is there already. */
export function reasonField(choices, of = {}) {
  const input = el('textarea', { rows: '2', maxlength: '500' });
  input.value = of.prefilled ? choices[0] : '';
  const read = () => input.value.trim();
  const choose = (text) => {
    input.value = text;
    input.dispatchEvent(new Event('input', { bubbles: true }));
  };
  const chips = el('div', { class: 'choices', role: 'group', 'aria-label': 'Common reasons' }, choices.map((text) => button(text, () => choose(text), { class: 'choice' })));
  const lacks = (text) => text.length < 10 && 'Say why, in at least 10 characters.';
  return field({ name: 'reason', label: of.label ?? 'Reason (kept in the audit)', lacks }, input, read, chips);
}

/** One of several: [[value, text], ...]. */
export function selectField(name, label, options, of = {}) {
  const input = el('select', {}, options.map(([value, text]) => el('option', { value, text })));
  input.value = of.value ?? options[0]?.[0] ?? '';
  return field({ name, label, ...of }, input, () => input.value);
}

/** A group, or every group: reads undefined for every one. */
export function groupField(group, of = {}) {
  const names = live.status?.groups.map((g) => g.group) ?? [];
  const known = group && !names.includes(group) ? [group, ...names] : names;
  const every = of.every === false ? [] : [['', known.length === 1 ? `every group (${known[0]})` : `every group (${known.length})`]];
  const one = known.map((name) => [name, name]);
  const choice = selectField('group', 'For', of.everyFirst ? [...every, ...one] : [...one, ...every], { value: group ?? (of.everyFirst ? '' : names[0]) });
  return { ...choice, read: () => choice.input.value || undefined };
}

/** The name of the biggest group, typed, where a change is for every group. */
export function typedName() {
  const biggest = [...(live.status?.groups ?? [])].sort((a, b) => (b.inService ?? 0) - (a.inService ?? 0))[0];
  const name = biggest?.group ?? '';
  const typed = textField('typed', `This is for every group. Type the name of the biggest one, ${name}, to go on`, {});
  let asked = false;
  return {
    ...typed,
    pointers: [],
    follow: (values) => {
      asked = values.group === undefined;
      typed.node.hidden = !asked;
    },
    wrong: undefined,
    lacks: () => asked && typed.read() !== name && `Type ${name}: this is for every group.`,
  };
}

const DURATIONS = [
  [15, '15 minutes'],
  [30, '30 minutes'],
  [60, '1 hour'],
  [120, '2 hours'],
  [240, '4 hours'],
  [480, '8 hours'],
  [1440, '24 hours'],
];

/** For how many minutes; says when that ends. */
export function durationField(of = {}) {
  const options = of.longer ? [...DURATIONS, [10080, '7 days'], [43200, '30 days']] : DURATIONS;
  const ends = el('p', { class: 'muted help' });
  const input = el('select', {}, options.map(([value, text]) => el('option', { value, text })));
  input.value = String(of.value ?? 120);
  const read = () => Number(input.value);
  const say = () => setText(ends, `Ends ${clockBoth(now() + read() * 60_000)}; you are warned 15 and 5 minutes before.`);
  say();
  return { ...field({ name: 'minutes', label: 'Ends after', pointers: ['/minutes', '/until'] }, input, read, ends), follow: say };
}

const pad = (n) => String(n).padStart(2, '0');

function localText(at) {
  const d = new Date(at);
  return `${d.getFullYear()}-${pad(d.getMonth() + 1)}-${pad(d.getDate())}T${pad(d.getHours())}:${pad(d.getMinutes())}`;
}

/** An instant, typed in local time and told in the event's zone and UTC; reads RFC 3339. */
export function instantField(name, label, at, zone) {
  const input = el('input', { type: 'datetime-local', step: '60' });
  input.value = at === undefined ? '' : localText(at);
  const clocks = el('p', { class: 'muted help' });
  const millis = () => new Date(input.value).getTime();
  const read = () => (Number.isNaN(millis()) ? undefined : new Date(millis()).toISOString());
  const say = () => setText(clocks, read() ? allClocks(millis(), zone) : 'in your local time');
  say();
  const wrong = (v) => !v && `Say when: ${label.toLowerCase()}.`;
  return { ...field({ name, label, wrong }, input, read, clocks), follow: say };
}

/** One of a few choices, each explained: [[value, title, text], ...]. */
export function cardsField(name, label, options, value) {
  const group = `cards-${++count}`;
  let chosen = value;
  const node = el(
    'fieldset',
    { class: `cards cards-${name}` },
    el('legend', { text: label }),
    options.map(([key, title, text]) => {
      const input = el('input', { type: 'radio', name: group, value: key, onchange: () => (chosen = key) });
      input.checked = key === value;
      return el('label', { class: 'choice-card' }, input, el('span', {}, el('strong', { text: title }), text && el('span', { class: 'muted', text })));
    }),
  );
  return { name, pointers: [`/${name}`], node, read: () => chosen };
}

/** A value that is not asked for. */
export const fixed = (name, value) => ({ name, node: undefined, read: () => value });
