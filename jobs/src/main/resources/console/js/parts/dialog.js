// Dialogs: what is asked, a preview of what it does, and the button that does it.

import { button, el, fill, setText } from '../core/dom.js';
import { newKey } from '../core/api.js';
import { problemNote } from './problem.js';

let count = 0;

/** Opens a dialog over the page; Escape closes it, and the focus goes back to where it was. */
export function openDialog(title, ...content) {
  const opener = document.activeElement;
  const id = `dialog-${++count}`;
  const node = el(
    'dialog',
    { 'aria-labelledby': id },
    el(
      'header',
      {},
      el('h2', { id, text: title }),
      button('✕', () => node.close(), { class: 'close', 'aria-label': 'Close' }),
    ),
    ...content,
  );
  node.addEventListener('close', () => {
    node.remove();
    const back = opener?.isConnected ? opener : document.getElementById('main');
    back.focus({ preventScroll: true });
  });
  node.addEventListener('click', (event) => event.target === node && node.close());
  document.body.append(node);
  node.showModal();
  node.querySelector('[autofocus]')?.focus();
  return node;
}

const PREVIEW_AFTER = 250;

/**
 * A form in a dialog. `of`:
 * - `title`, `intro` (text or node), `fields` (see fields.js), `submit` (text of the button), `danger`
 * - `preview(values)`: nodes that say what it would do, from a dry run; without it nothing is shown
 * - `mustPreview`: whether it may be applied only once the preview of these very values is shown
 * - `apply(values, key)`: does it; the dialog closes when that succeeds
 */
export function formDialog(of) {
  return new Form(of).node;
}

class Form {
  #of;
  #key = newKey();
  #timer;
  #asked = 0;
  #shownFor;
  #busy = false;
  #hint = el('p', { class: 'hint muted', role: 'status' });
  #trouble = el('div');
  #preview;

  constructor(of) {
    this.#of = of;
    this.#preview = of.preview && el('div', { class: 'preview', 'aria-live': 'polite' }, el('p', { class: 'muted', text: 'The effect appears here.' }));
    this.apply = el('button', { type: 'submit', class: of.danger ? 'danger' : 'primary', text: of.submit });
    const form = el(
      'form',
      { novalidate: true, onsubmit: (event) => this.#submit(event), oninput: () => this.#changed() },
      of.intro && el('div', { class: 'intro' }, of.intro),
      el('div', { class: 'fields' }, of.fields.map((field) => field.node)),
      this.#preview && el('h3', { text: 'What it does' }),
      this.#preview,
      this.#trouble,
      el('footer', {}, this.#hint, button('Cancel', () => this.node.close()), this.apply),
    );
    this.node = openDialog(of.title, form);
    this.node.addEventListener('close', () => clearTimeout(this.#timer));
    this.#changed();
  }

  #values() {
    return Object.fromEntries(this.#of.fields.map((f) => [f.name, f.read()]));
  }

  #lacks() {
    return this.#of.fields.map((f) => f.lacks?.()).find(Boolean);
  }

  #changed() {
    this.#key = newKey();
    this.#of.fields.forEach((f) => f.follow?.(this.#values()));
    this.#update();
    if (this.#of.preview) {
      clearTimeout(this.#timer);
      this.#timer = setTimeout(() => this.#show(), PREVIEW_AFTER);
    }
  }

  #update() {
    const lacks = this.#lacks();
    const current = !this.#of.mustPreview || this.#shownFor === JSON.stringify(this.#values());
    this.apply.disabled = Boolean(lacks) || !current || this.#busy;
    setText(this.#hint, lacks ?? (current ? '' : 'Looking at what it would do…'));
  }

  async #show() {
    const wrong = this.#of.fields.map((f) => f.wrong?.()).find(Boolean);
    if (wrong) {
      fill(this.#preview, el('p', { class: 'muted', text: wrong }));
      return;
    }
    const values = this.#values();
    const mine = ++this.#asked;
    this.#preview.setAttribute('aria-busy', 'true');
    try {
      const nodes = await this.#of.preview(values);
      if (mine === this.#asked) {
        fill(this.#preview, nodes);
        this.#forget();
        this.#shownFor = JSON.stringify(values);
        this.#update();
      }
    } catch (error) {
      if (mine === this.#asked) {
        fill(this.#preview, el('p', { class: 'muted', text: 'No preview.' }));
        this.#refused(error);
      }
    } finally {
      this.#preview.removeAttribute('aria-busy');
    }
  }

  #forget() {
    fill(this.#trouble);
    this.#of.fields.forEach((f) => f.complain?.(''));
  }

  #refused(error) {
    this.#forget();
    const homeless = (error.errors ?? []).filter((e) => {
      const field = this.#of.fields.find((f) => f.pointers?.some((p) => e.pointer.startsWith(p)));
      field?.complain?.(e.detail);
      return !field;
    });
    if (homeless.length > 0 || !error.errors?.length) {
      fill(this.#trouble, problemNote(error));
    } else {
      setText(this.#hint, 'Mend what is marked.');
    }
  }

  async #submit(event) {
    event.preventDefault();
    if (this.apply.disabled) {
      return;
    }
    this.#busy = true;
    this.#update();
    setText(this.#hint, 'Sending…');
    try {
      await this.#of.apply(this.#values(), this.#key);
      this.node.close();
    } catch (error) {
      this.#busy = false;
      this.#update();
      this.#refused(error);
      if (error.status) {
        this.#key = newKey();
      }
    }
  }
}
