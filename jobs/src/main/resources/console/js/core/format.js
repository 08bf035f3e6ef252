// Numbers with units, ages in words, times in local time, an event's zone, and UTC.

const whole = new Intl.NumberFormat('en', { maximumFractionDigits: 0 });
const short = new Intl.NumberFormat('en', { notation: 'compact', maximumFractionDigits: 1 });
const money = new Intl.NumberFormat('en', { minimumFractionDigits: 2, maximumFractionDigits: 2 });
const hourMinute = { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' };
const dayOnly = { weekday: 'short', day: 'numeric', month: 'short' };
const formats = new Map();

function format(options, zone) {
  const key = JSON.stringify([options, zone]);
  if (!formats.has(key)) {
    formats.set(key, new Intl.DateTimeFormat('en-GB', { ...options, timeZone: zone }));
  }
  return formats.get(key);
}

export const NONE = '–';

const known = (value) => value !== undefined && value !== null;

export const number = (value) => (known(value) ? whole.format(value) : NONE);
export const compact = (value) => (known(value) ? short.format(value).replace('K', 'k') : NONE);
export const signed = (value) =>
  value === 0 ? '±0' : (value > 0 ? '+' : '−') + whole.format(Math.abs(value));
export const rpm = (value) => (known(value) ? `${whole.format(value)} rpm` : NONE);
export const percent = (ratio) => (known(ratio) ? `${whole.format(ratio * 100)} %` : NONE);
export const dollars = (value) => (known(value) ? `$${money.format(value)}/h` : NONE);
export const hosts = (value) =>
  known(value) ? `${whole.format(value)} ${value === 1 ? 'host' : 'hosts'}` : NONE;
export const count = (value, one, many) => `${whole.format(value)} ${value === 1 ? one : many}`;

/** "+$12.00/h", "−$3.50/h". */
export const dollarChange = (value) =>
  Math.abs(value) < 0.005 ? '±$0.00/h' : `${value > 0 ? '+' : '−'}$${money.format(Math.abs(value))}/h`;

export const isUtc = (at) => new Date(at).getTimezoneOffset() === 0;

/** "20:05", local. */
export const clock = (at) => format(hourMinute).format(at);
export const clockIn = (at, zone) => format(hourMinute, zone).format(at);

/** "18:05 UTC", or nothing where local time is UTC. */
export const utcNote = (at) => (isUtc(at) ? '' : `${clockIn(at, 'UTC')} UTC`);

/** "20:05 (18:05 UTC)" or "18:05 UTC". */
export const clockBoth = (at) =>
  isUtc(at) ? `${clock(at)} UTC` : `${clock(at)} (${clockIn(at, 'UTC')} UTC)`;

export const dayName = (at) => format(dayOnly).format(at);
export const fullDay = (at) => format({ ...dayOnly, year: 'numeric' }).format(at);

/** "Fri 19 Jun 20:05 (18:05 UTC)". */
export const dayClock = (at) => `${dayName(at)} ${clockBoth(at)}`;

function isZone(name) {
  try {
    format(hourMinute, name);
    return true;
  } catch {
    return false;
  }
}

/** The zone in which an event takes place, where it says so. */
export function zoneOf(event) {
  const own = event.attributes ?? {};
  const name = own.zone ?? own.timezone ?? own.tz ?? own['x-kickoff-zone'];
  return name && isZone(name) ? name : undefined;
}

const clockOrDay = (at, zone) =>
  format(dayOnly, zone).format(at) === dayName(at)
    ? clockIn(at, zone)
    : `${format(dayOnly, zone).format(at)} ${clockIn(at, zone)}`;

/** "Fri 19 Jun 20:05 local · 19:05 Europe/London · 18:05 UTC": every clock that people may read. */
export function allClocks(at, zone) {
  const here = `${dayName(at)} ${clock(at)}`;
  if (isUtc(at) && (!zone || zone === 'UTC')) {
    return `${here} UTC (also your local time)`;
  }
  const there = zone && zone !== 'UTC' ? [`${clockOrDay(at, zone)} ${zone}`] : [];
  const utc = isUtc(at) ? [] : [`${clockOrDay(at, 'UTC')} UTC`];
  return [`${here} ${isUtc(at) ? 'UTC' : 'local'}`, ...there, ...utc].join(' · ');
}

const INSTANT = /\b\d{4}-\d\d-\d\dT\d\d:\d\d(?::\d\d(?:\.\d+)?)?Z/g;

/** A sentence of the engine with its instants as people read them; days only where not today's. */
export const readable = (text, today) =>
  text?.replace(INSTANT, (iso) => {
    const at = Date.parse(iso);
    return dayName(at) === dayName(today) ? clockBoth(at) : dayClock(at);
  });

/** Day and second of engine time, and the UTC part apart. */
export function engineTime(at) {
  const second = { ...hourMinute, second: '2-digit' };
  return {
    local: `${dayName(at)} ${format(second).format(at)}${isUtc(at) ? ' UTC' : ''}`,
    utc: isUtc(at) ? '' : ` (${format(second, 'UTC').format(at)} UTC)`,
  };
}

/** "35 s", "4 min 10 s", "2 h 5 min", "3 d 4 h". */
export function age(seconds) {
  if (!known(seconds)) {
    return NONE;
  }
  const s = Math.round(seconds);
  if (s < 60) {
    return `${s} s`;
  }
  if (s < 3600) {
    return `${Math.floor(s / 60)} min ${s % 60} s`;
  }
  if (s < 172_800) {
    return `${Math.floor(s / 3600)} h ${Math.floor((s % 3600) / 60)} min`;
  }
  return `${Math.floor(s / 86_400)} d ${Math.floor((s % 86_400) / 3600)} h`;
}

const two = (value) => String(value).padStart(2, '0');

/** "T−00:26:40" before, "T+01:02:03" after. */
export function countdown(seconds) {
  const s = Math.abs(Math.round(seconds));
  const days = Math.floor(s / 86_400);
  const time = `${two(Math.floor((s % 86_400) / 3600))}:${two(Math.floor((s % 3600) / 60))}:${two(s % 60)}`;
  return `T${seconds >= 0 ? '−' : '+'}${days ? `${days}d ` : ''}${time}`;
}

/** Name of the reader's time zone with its offset at an instant. */
export function zone(at) {
  const name = Intl.DateTimeFormat().resolvedOptions().timeZone;
  const minutes = -new Date(at).getTimezoneOffset();
  if (minutes === 0) {
    return 'UTC';
  }
  const abs = Math.abs(minutes);
  const rest = abs % 60 ? `:${two(abs % 60)}` : '';
  return `${name} (UTC${minutes > 0 ? '+' : '−'}${Math.floor(abs / 60)}${rest})`;
}
