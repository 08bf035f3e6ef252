// One page at a time, chosen by the fragment of the address.

import { byId, el, fill } from './dom.js';
import { subscribe } from './live.js';
import { showProblem } from '../parts/problem.js';

let routes = [];
let current;
let opened = false;

/** What a page gets: its place on the screen, and what it must let go of when it closes. */
class Stay {
  #ends = [];
  #open = true;
  constructor(root) {
    this.root = root;
  }
  /** Hears a topic for as long as the page is open. */
  on(topic, call) {
    this.#ends.push(subscribe(topic, call));
  }
  /** Calls back when the page closes. */
  atEnd(call) {
    this.#ends.push(call);
  }
  /** Calls again and again while the page is open and seen. */
  every(millis, call) {
    const timer = setInterval(() => document.hidden || call(), millis);
    this.#ends.push(() => clearInterval(timer));
  }
  get isOpen() {
    return this.#open;
  }
  /** Runs what may fail, and shows the failure with a way to try again. */
  async attempt(what, place = this.root) {
    try {
      await what();
    } catch (error) {
      if (this.#open) {
        showProblem(place, error, () => this.attempt(what, place));
      }
    }
  }
  close() {
    this.#open = false;
    this.#ends.forEach((end) => end());
  }
}

function decoded(part) {
  try {
    return decodeURIComponent(part);
  } catch {
    return part;
  }
}

function chosen() {
  const [path, search] = location.hash.replace(/^#/, '').split('?');
  const parts = path.split('/').filter(Boolean).map(decoded);
  const of = Object.fromEntries(new URLSearchParams(search ?? ''));
  for (const route of routes) {
    const params = match(route.path, parts);
    if (params) {
      return { route, params: { ...of, ...params } };
    }
  }
  return { route: routes[0], params: {} };
}

function match(pattern, parts) {
  if (pattern.length !== parts.length) {
    return undefined;
  }
  const params = {};
  for (let i = 0; i < parts.length; i++) {
    if (pattern[i].startsWith(':')) {
      params[pattern[i].slice(1)] = parts[i];
    } else if (pattern[i] !== parts[i]) {
      return undefined;
    }
  }
  return params;
}

function markNavigation(name) {
  for (const link of document.querySelectorAll('#nav a')) {
    const here = link.dataset.page === name;
    link.toggleAttribute('aria-current', here);
    if (here) {
      link.setAttribute('aria-current', 'page');
      link.scrollIntoView({ block: 'nearest', inline: 'nearest' });
    }
  }
}

/** Closes the page that is open; none opens by its address until `open` is called. */
export function close() {
  current?.close();
  current = undefined;
}

/** Opens the page that the address names. */
export function open() {
  const { route, params } = chosen();
  current?.close();
  const main = byId('main');
  const root = el('div', { class: `page page-${route.name}` });
  const first = !opened;
  opened = true;
  current = new Stay(root);
  fill(main, root);
  document.body.dataset.page = route.name;
  markNavigation(route.section ?? route.name);
  const stay = current;
  stay.attempt(() => route.open(stay, params));
  if (!first) {
    main.focus({ preventScroll: true });
    window.scrollTo(0, 0);
  }
}

/** Begins: `pages` are {name, path, section?, open(stay, params)}; the first is where one lands. */
export function begin(pages) {
  routes = pages.map((page) => ({ ...page, path: page.path.split('/').filter(Boolean) }));
  window.addEventListener('hashchange', () => current && open());
  open();
}

/** The address of a page. */
export const link = (...parts) => `#/${parts.map(encodeURIComponent).join('/')}`;
