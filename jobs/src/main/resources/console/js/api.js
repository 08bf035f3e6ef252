// The public API: reads, and the live stream.

const SILENT_MILLIS = 6000;
const RETRY_MILLIS = 2000;

/** The JSON at a path; fails with the detail of the problem that the API names. */
export async function get(path) {
  const answer = await fetch(path, { headers: { Accept: 'application/json' } });
  const body = await answer.json().catch(() => ({}));
  if (!answer.ok) {
    const error = new Error(body.detail || `${path} answered ${answer.status}`);
    error.status = answer.status;
    throw error;
  }
  return body;
}

/** The JSON at a path, or undefined where there is none yet. */
export function getIfThere(path) {
  return get(path).catch((error) => {
    if (error.status === 404) {
      return undefined;
    }
    throw error;
  });
}

export const paths = {
  timeline: (service, from, to) =>
    `/v1/services/${encodeURIComponent(service)}/timeline?from=${iso(from)}&to=${iso(to)}`,
  forecast: (service, kind) => `/v1/forecasts/${encodeURIComponent(service)}?kind=${kind}`,
  plan: (group) => `/v1/plans/${encodeURIComponent(group)}`,
  events: (from, to) => `/v1/events?from=${iso(from)}&to=${iso(to)}`,
  decisions: (action, limit) => `/v1/decisions?limit=${limit}${action ? `&action=${action}` : ''}`,
  decision: (group, sequence) => `/v1/decisions/${encodeURIComponent(group)}/${sequence}`,
};

const iso = (at) => new Date(at).toISOString();

/**
 * Listens until the page goes. `on` maps topics to functions of the parsed data; `onLink` hears
 * 'live' and 'down'. After every new connection `onStart` is called: read again what is shown.
 */
export function listen(on, onLink, onStart) {
  let source;
  let silence;

  const heard = () => {
    clearTimeout(silence);
    silence = setTimeout(again, SILENT_MILLIS);
  };

  const again = () => {
    source.close();
    onLink('down');
    clearTimeout(silence);
    silence = setTimeout(open, RETRY_MILLIS);
  };

  const open = () => {
    source = new EventSource('/v1/stream');
    heard();
    source.onopen = () => {
      heard();
      onLink('live');
      onStart();
    };
    source.onerror = again;
    source.addEventListener('reset', onStart);
    for (const [topic, handle] of Object.entries(on)) {
      source.addEventListener(topic, (event) => {
        heard();
        handle(JSON.parse(event.data));
      });
    }
  };

  open();
}
