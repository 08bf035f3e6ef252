// Who is asking: by a token in the address (removed at once), or by a form.

import { get, send, signedIn } from './api.js';
import { live } from './live.js';

/** The token of `#token=…`, taken out of the address bar and of the history. */
export function takeToken() {
  const found = /^#token=(.+)$/.exec(location.hash);
  if (!found) {
    return undefined;
  }
  history.replaceState(undefined, '', `${location.pathname}#/`);
  return decodeURIComponent(found[1]);
}

function take(session, whenOut) {
  live.session = session;
  signedIn(session.csrf, whenOut);
}

/** Trades a token for a session. */
export async function signIn(token, whenOut) {
  take((await send('POST', '/v1/session', { body: { token } })).body, whenOut);
}

/** Whether a session stands; it is noted. */
export async function knownSession(whenOut) {
  try {
    take(await get('/v1/session'), whenOut);
    return true;
  } catch (error) {
    if (error.status === 401) {
      signedIn(undefined, whenOut);
      return false;
    }
    throw error;
  }
}

/** Ends the session; one that was over already is as good. */
export async function signOut() {
  try {
    await send('DELETE', '/v1/session');
  } catch (error) {
    if (error.status !== 401) {
      throw error;
    }
  }
}
