// What was just done, with its undo for ten minutes. A toast grows small once it was read.

import { button, byId, el, setText } from '../core/dom.js';

const UNDO_MILLIS = 10 * 60_000;
const READ_MILLIS = 12_000;
const PLAIN_MILLIS = 8000;

const left = (millis) => {
  const s = Math.max(0, Math.ceil(millis / 1000));
  return `${Math.floor(s / 60)}:${String(s % 60).padStart(2, '0')}`;
};

/**
 * Says what was done. `of`: undo (a function that undoes it), until (wall time in milliseconds),
 * link ([text, address]), kind ('bad' for what failed).
 */
export function toast(text, of = {}) {
  const until = of.until ?? Date.now() + (of.undo ? UNDO_MILLIS : PLAIN_MILLIS);
  const undo = of.undo && button('Undo', () => takeBack(), { class: 'undo' });
  const node = el(
    'div',
    { class: `toast ${of.kind ?? ''}`, role: of.kind === 'bad' ? 'alert' : 'status' },
    el('span', { class: 'toast-text', text, title: text }),
    of.link && el('a', { href: of.link[1], text: of.link[0] }),
    undo,
    button('✕', () => close(), { class: 'close', 'aria-label': `Dismiss: ${text}` }),
  );
  const tick = () => {
    if (Date.now() >= until && !node.contains(document.activeElement)) {
      close();
    } else if (undo && !undo.disabled) {
      setText(undo, Date.now() < until ? `Undo ${left(until - Date.now())}` : 'Too late to undo');
    }
  };
  const timers = [setInterval(tick, 1000), setTimeout(() => node.classList.add('small'), READ_MILLIS)];
  const close = () => {
    clearInterval(timers[0]);
    clearTimeout(timers[1]);
    node.remove();
  };
  const takeBack = async () => {
    undo.disabled = true;
    setText(undo, 'Undoing…');
    try {
      await of.undo();
      close();
      toast(`Undone: ${text}`);
    } catch (error) {
      undo.disabled = false;
      toast(`Not undone: ${error.message}`, { kind: 'bad' });
    }
  };
  tick();
  byId('toasts').prepend(node);
}
