// Elements from plain values. Text is only ever set as text: nothing here parses HTML.

export const byId = (id) => document.getElementById(id);

/**
 * An element. `of` holds attributes, `text`, and listeners as `onclick` and the like; children that
 * are undefined, null or false are left out.
 */
export function el(tag, of = {}, ...children) {
  const node = document.createElement(tag);
  for (const [name, value] of Object.entries(of)) {
    if (name === 'text') {
      node.textContent = value;
    } else if (typeof value === 'function') {
      node.addEventListener(name.slice(2), value);
    } else if (value !== undefined && value !== null && value !== false) {
      node.setAttribute(name, value === true ? '' : value);
    }
  }
  append(node, children);
  return node;
}

function append(node, children) {
  for (const child of children.flat()) {
    if (child !== undefined && child !== null && child !== false) {
      node.append(child);
    }
  }
}

/** Replaces all children, leaving out what is absent. */
export function fill(node, ...children) {
  node.replaceChildren();
  append(node, children);
  return node;
}

const FOCUSABLE = 'a, button, input, select, textarea, summary, [tabindex]';

/** Replaces all children, and keeps the focus on the child that stands where it was. */
export function refill(node, ...children) {
  const before = [...node.querySelectorAll(FOCUSABLE)].indexOf(document.activeElement);
  const text = document.activeElement?.textContent;
  fill(node, ...children);
  if (before >= 0) {
    const after = [...node.querySelectorAll(FOCUSABLE)];
    const same = after[before]?.textContent === text ? after[before] : after.find((n) => n.textContent === text);
    (same ?? after[before])?.focus({ preventScroll: true });
  }
  return node;
}

/** Sets text only where it differs, so that selections and screen readers are left alone. */
export function setText(node, text) {
  if (node.textContent !== text) {
    node.textContent = text;
  }
}

/** Sets an attribute only where it differs; undefined removes it. */
export function setAttribute(node, name, value) {
  if (value === undefined) {
    node.removeAttribute(name);
  } else if (node.getAttribute(name) !== String(value)) {
    node.setAttribute(name, value);
  }
}

/** A list of names and values: [[name, value or node], ...]; absent values are left out. */
export function facts(entries, kind = 'facts-list') {
  return el(
    'dl',
    { class: kind },
    entries
      .filter(([, value]) => value !== undefined && value !== null && value !== '')
      .map(([name, value]) =>
        el('div', {}, el('dt', { text: name }), el('dd', { class: 'num' }, value)),
      ),
  );
}

/**
 * A table. `columns` are [heading, class]; `rows` are arrays of cells, each text or a node. It
 * scrolls sideways in a box of its own where it must.
 */
export function table(caption, columns, rows) {
  const head = columns.map(([text, kind]) => el('th', { scope: 'col', class: kind, text }));
  const body = rows.map((cells) =>
    el('tr', {}, cells.map((cell, i) => el('td', { class: columns[i][1], 'data-label': columns[i][0] }, cell ?? ''))),
  );
  return el(
    'div',
    { class: 'table-wrap', tabindex: '0', role: 'region', 'aria-label': caption },
    el('table', {}, el('caption', { class: 'visually-hidden', text: caption }), el('thead', {}, el('tr', {}, head)), el('tbody', {}, body)),
  );
}

/** A row of a table's head that says what is not there. */
export const empty = (text, ...more) => el('p', { class: 'placeholder' }, text, ...more);

/** A button. */
export const button = (text, onclick, of = {}) => el('button', { type: 'button', text, onclick, ...of });
