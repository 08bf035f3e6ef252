// Numbers with thousands separators, ages in words, times in local time and UTC.

const whole = new Intl.NumberFormat('en', { maximumFractionDigits: 0 });
const short = new Intl.NumberFormat('en', { notation: 'compact', maximumFractionDigits: 1 });
const hourMinute = { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' };
const time = new Intl.DateTimeFormat('en-GB', hourMinute);
const timeUtc = new Intl.DateTimeFormat('en-GB', { ...hourMinute, timeZone: 'UTC' });
const second = new Intl.DateTimeFormat('en-GB', { ...hourMinute, second: '2-digit' });
const secondUtc = new Intl.DateTimeFormat('en-GB', { ...hourMinute, second: '2-digit', timeZone: 'UTC' });
const day = new Intl.DateTimeFormat('en-GB', { weekday: 'short', day: 'numeric', month: 'short' });
const dayYear = new Intl.DateTimeFormat('en-GB', { weekday: 'short', day: 'numeric', month: 'short', year: 'numeric' });

export const NONE = '–';

const known = (value) => value !== undefined && value !== null;

export const number = (value) => (known(value) ? whole.format(value) : NONE);
export const compact = (value) => short.format(value).replace('K', 'k');
export const signed = (value) => (value > 0 ? '+' : '−') + whole.format(Math.abs(value));
export const rpm = (value) => (known(value) ? `${whole.format(value)} rpm` : NONE);
export const hosts = (value) =>
  known(value) ? `${whole.format(value)} ${value === 1 ? 'host' : 'hosts'}` : NONE;

export function isUtc(at) {
  return new Date(at).getTimezoneOffset() === 0;
}

/** "20:05", local. */
export const clock = (at) => time.format(at);

/** "18:05 UTC", or nothing where local time is UTC. */
export const utcNote = (at) => (isUtc(at) ? '' : `${timeUtc.format(at)} UTC`);

/** "20:05 (18:05 UTC)" or "18:05 UTC". */
export function clockBoth(at) {
  return isUtc(at) ? `${time.format(at)} UTC` : `${time.format(at)} (${timeUtc.format(at)} UTC)`;
}

/** Day and second of engine time, and the UTC part apart. */
export function engineTime(at) {
  return {
    local: `${day.format(at)} ${second.format(at)}${isUtc(at) ? ' UTC' : ''}`,
    utc: isUtc(at) ? '' : ` (${secondUtc.format(at)} UTC)`,
  };
}

export const dayName = (at) => day.format(at);
export const fullDay = (at) => dayYear.format(at);

/** "35 s", "4 min 10 s", "2 h 5 min". */
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
  return `${Math.floor(s / 3600)} h ${Math.floor((s % 3600) / 60)} min`;
}

/** Name of the reader's time zone with its offset at an instant. */
export function zone(at) {
  const name = Intl.DateTimeFormat().resolvedOptions().timeZone;
  const minutes = -new Date(at).getTimezoneOffset();
  if (minutes === 0) {
    return 'UTC';
  }
  const abs = Math.abs(minutes);
  const rest = abs % 60 ? `:${String(abs % 60).padStart(2, '0')}` : '';
  return `${name} (UTC${minutes > 0 ? '+' : '−'}${Math.floor(abs / 60)}${rest})`;
}
