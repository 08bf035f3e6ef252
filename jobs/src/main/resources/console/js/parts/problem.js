// What went wrong and what to do about it, where it went wrong.

import { button, el, fill } from '../core/dom.js';

const REMEDIES = {
  0: 'Is it still running? It is asked again as soon as it is there.',
  401: 'Sign in again.',
  403: 'Somebody with the role that it needs can do it.',
  404: undefined,
  409: 'Something has changed meanwhile: look again before you repeat it.',
  412: 'Somebody else changed it since it was shown: look again before you repeat it.',
  429: 'Wait a moment.',
  503: 'Wait a moment.',
};

const TITLES = { 0: 'No answer', 404: 'Not there' };

/** A problem as a notice; `again`, where given, is offered as a button. */
export function problemNote(error, again) {
  const status = error.status ?? -1;
  const title = TITLES[status] ?? error.title ?? 'It failed';
  return el(
    'div',
    { class: 'problem', role: 'alert' },
    el('strong', { text: `✕ ${title}` }),
    el('p', { text: error.message }),
    error.errors?.length > 0 &&
      el('ul', {}, error.errors.map((e) => el('li', { text: `${e.pointer}: ${e.detail}` }))),
    REMEDIES[status] && el('p', { class: 'muted', text: REMEDIES[status] }),
    again && button('Try again', again),
  );
}

/** Shows a problem in place of what could not be read. */
export function showProblem(place, error, again) {
  if (!(error.status >= 0)) {
    console.error(error);
  }
  fill(place, problemNote(error, again));
}
