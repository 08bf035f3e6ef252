// Who are you: the form where no session stands.

import { el, fill } from '../core/dom.js';
import { signIn } from '../core/session.js';
import { textField } from '../parts/fields.js';
import { problemNote } from '../parts/problem.js';

/** Asks for a token; `then` is called once a session stands. */
export function showSignIn(place, then, whenOut) {
  const token = textField('token', 'Token', { help: 'A bearer token (JWT) of your identity provider; on your own machine the development token, which “kickoff up” printed when it first made it.' });
  token.input.type = 'password';
  token.input.autocomplete = 'current-password';
  const trouble = el('div');
  const submit = el('button', { type: 'submit', class: 'primary', text: 'Sign in' });
  const send = async (event) => {
    event.preventDefault();
    if (!token.read()) {
      token.complain('Paste the token.');
      token.input.focus();
      return;
    }
    submit.disabled = true;
    try {
      await signIn(token.read(), whenOut);
      then();
    } catch (error) {
      submit.disabled = false;
      fill(trouble, problemNote(error));
      token.input.focus();
    }
  };
  fill(place, el('form', { class: 'card part sign-in', onsubmit: send, novalidate: true }, el('h1', { text: 'Sign in' }), token.node, trouble, el('footer', {}, submit)));
  token.input.focus();
}
