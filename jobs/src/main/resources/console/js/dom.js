// Elements from plain values. Text is only ever set as text: nothing here parses HTML.

export const byId = (id) => document.getElementById(id);

/** An element; `of` holds attributes, `class` and `text` among them. */
export function el(tag, of = {}, ...children) {
  const node = document.createElement(tag);
  for (const [name, value] of Object.entries(of)) {
    if (name === 'text') {
      node.textContent = value;
    } else if (value !== undefined && value !== false) {
      node.setAttribute(name, value === true ? '' : value);
    }
  }
  node.append(...children);
  return node;
}

/** Sets text only where it differs, so that selections and screen readers are left alone. */
export function setText(node, text) {
  if (node.textContent !== text) {
    node.textContent = text;
  }
}
