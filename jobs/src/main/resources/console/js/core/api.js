// The public API: reads, writes, and the live stream.

const SILENT_MILLIS = 8000;
const RETRY_MILLIS = 2000;

/** What the API refused, in its own words: `detail` says what would be right. */
export class Problem extends Error {
  constructor(status, body, path) {
    super(body.detail || (status ? `${path} answered ${status}` : 'The server does not answer.'));
    this.status = status;
    this.title = body.title;
    this.errors = body.errors ?? [];
  }
}

/** A request that was let go of because the session it belonged to is over: nobody waits for it. */
export class Abandoned extends Error {
  constructor(path) {
    super(`${path} is not asked any more: the session is over.`);
  }
}

const SESSION = '/v1/session';
let csrf;
let onSignedOut = () => {};
let standing;

/** Notes the proof that writes carry, and whom to call when the session is over. */
export function signedIn(token, whenOut) {
  standing?.abort();
  standing = token === undefined ? undefined : new AbortController();
  csrf = token;
  onSignedOut = whenOut ?? onSignedOut;
}

/** Lets go of every request under way; none is made again until somebody signs in. */
export function abandon() {
  standing?.abort();
  standing = undefined;
}

/** The signal of the session that a request belongs to; those about sessions belong to none. */
function signalFor(path) {
  if (path === SESSION) {
    return undefined;
  }
  if (!standing) {
    throw new Abandoned(path);
  }
  return standing.signal;
}

async function ask(path, options) {
  const signal = signalFor(path);
  let answer;
  let body;
  try {
    answer = await fetch(path, { credentials: 'same-origin', signal, ...options });
    body = answer.status === 204 ? undefined : await answer.json().catch(() => ({}));
  } catch {
    throw signal?.aborted ? new Abandoned(path) : new Problem(0, {}, path);
  }
  if (signal?.aborted) {
    throw new Abandoned(path);
  }
  if (answer.status === 401 && signal) {
    onSignedOut();
  }
  if (!answer.ok) {
    throw new Problem(answer.status, body ?? {}, path);
  }
  return { status: answer.status, body, etag: answer.headers.get('ETag') ?? undefined };
}

/** The JSON at a path. */
export async function get(path) {
  return (await ask(path, { headers: { Accept: 'application/json' } })).body;
}

/** The text of a file of the console; it belongs to no session. */
export async function getText(path) {
  const answer = await fetch(path).catch(() => undefined);
  if (!answer?.ok) {
    throw new Problem(answer?.status ?? 0, {}, path);
  }
  return answer.text();
}

/** The JSON at a path with its entity tag, for an edit. */
export const getTagged = (path) => ask(path, { headers: { Accept: 'application/json' } });

/** The JSON at a path, or undefined where there is none yet. */
export function getIfThere(path) {
  return get(path).catch((error) => {
    if (error.status === 404) {
      return undefined;
    }
    throw error;
  });
}

/** Every item of all pages, at most `most` pages. */
export async function getAll(path, most = 20) {
  const items = [];
  let page = await get(path);
  items.push(...page.items);
  for (let i = 1; page.next && i < most; i++) {
    page = await get(`${path}${path.includes('?') ? '&' : '?'}before=${encodeURIComponent(page.next)}`);
    items.push(...page.items);
  }
  return items;
}

/** A new key that makes a write safe to send twice. */
export function newKey() {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  return [...bytes].map((b) => b.toString(16).padStart(2, '0')).join('');
}

/** Sends a change; answers {status, body}. `of`: body, text with type, etag, key, dryRun. */
export function send(method, path, of = {}) {
  const headers = { Accept: 'application/json', 'X-CSRF-Token': csrf ?? '' };
  if (of.body) {
    headers['Content-Type'] = 'application/json';
  } else if (of.type) {
    headers['Content-Type'] = of.type;
  }
  if (of.etag) {
    headers['If-Match'] = of.etag;
  }
  if (!of.dryRun) {
    headers['Idempotency-Key'] = of.key ?? newKey();
  }
  const join = path.includes('?') ? '&' : '?';
  const body = of.body ? JSON.stringify(of.body) : of.text;
  return ask(of.dryRun ? `${path}${join}dryRun=true` : path, { method, headers, body });
}

const part = encodeURIComponent;
const iso = (at) => new Date(at).toISOString();

/** "a=1&b=2" of what is given; absent and empty values are left out. */
export function query(path, of) {
  const parts = Object.entries(of).filter(([, value]) => value !== undefined && value !== '');
  const text = parts.map(([name, value]) => `${name}=${part(value)}`).join('&');
  return text ? `${path}?${text}` : path;
}

export const paths = {
  timeline: (service, from, to) =>
    query(`/v1/services/${part(service)}/timeline`, { from: iso(from), to: iso(to) }),
  forecast: (service, kind, asOf) =>
    query(`/v1/forecasts/${part(service)}`, { kind, asOf: asOf && iso(asOf) }),
  plan: (group) => `/v1/plans/${part(group)}`,
  fleet: (group) => `/v1/fleets/${part(group)}`,
  events: (from, to) => query('/v1/events', { from: from && iso(from), to: to && iso(to) }),
  event: (uid) => `/v1/events/${part(uid)}`,
  decisions: (of) => query('/v1/decisions', of),
  decision: (group, sequence) => `/v1/decisions/${part(group)}/${part(sequence)}`,
  scorecard: (group, from, to) =>
    query(`/v1/scorecards/${part(group)}`, { from: from && iso(from), to: to && iso(to) }),
  overrides: (of = {}) => query('/v1/overrides', of),
  override: (id) => `/v1/overrides/${part(id)}`,
  review: (id) => `/v1/reviews/${part(id)}`,
  audit: (of) => query('/v1/audit', of),
};

/**
 * Listens until the page goes. `on` maps topics to functions of the parsed data; `onLink` hears
 * 'live' and 'down'; `onStart` is called when everything must be read again. A connection that
 * broke resumes after the last event that was heard; one that was silent is opened anew.
 */
export function listen(on, onLink, onStart) {
  let source;
  let silence;
  let fresh = true;

  const heard = () => {
    clearTimeout(silence);
    silence = setTimeout(reopen, SILENT_MILLIS);
  };

  const reopen = () => {
    source.close();
    onLink('down');
    clearTimeout(silence);
    fresh = true;
    silence = setTimeout(open, RETRY_MILLIS);
  };

  const open = () => {
    source = new EventSource('/v1/stream');
    heard();
    source.onopen = () => {
      heard();
      onLink('live');
      if (fresh) {
        fresh = false;
        onStart();
      }
    };
    source.onerror = () => (source.readyState === EventSource.CLOSED ? reopen() : onLink('down'));
    source.addEventListener('reset', onStart);
    for (const [topic, handle] of Object.entries(on)) {
      source.addEventListener(topic, (event) => {
        heard();
        handle(JSON.parse(event.data));
      });
    }
  };

  open();
  return () => {
    clearTimeout(silence);
    source.close();
  };
}
