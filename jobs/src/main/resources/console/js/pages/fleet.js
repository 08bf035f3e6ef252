// Every group in one list, the most pressing first; rows are made only for what is in view.

import { getAll } from '../core/api.js';
import { button, el, empty, fill, setText } from '../core/dom.js';
import { count } from '../core/format.js';
import { soon } from '../core/live.js';
import { COLUMNS, fleetRow, pressing, updateRow } from '../parts/fleet-row.js';

const REREAD = 2000;
const SPARE_ROWS = 6;

/** A list of which only the rows in view exist. */
class VirtualList {
  #items = [];
  #rows = new Map();
  #height = 44;
  constructor() {
    this.space = el('div', { class: 'rows', role: 'rowgroup' });
    this.node = el('div', { class: 'virtual', tabindex: '0', role: 'table', 'aria-label': 'Fleet' }, this.#head(), this.space);
    this.node.addEventListener('scroll', () => this.#render(), { passive: true });
    this.node.addEventListener('keydown', (event) => this.#keys(event));
    this.sized = new ResizeObserver(() => this.#render());
    this.sized.observe(this.node);
  }

  #head() {
    return el('div', { class: 'fleet-row head', role: 'row' }, COLUMNS.map(([text, kind, title]) => el('span', { role: 'columnheader', class: kind, text, title })));
  }

  show(items) {
    this.#items = items;
    this.node.setAttribute('aria-rowcount', String(items.length + 1));
    this.#render();
  }

  #render() {
    const style = getComputedStyle(this.node);
    this.#height = parseFloat(style.getPropertyValue('--row')) || 44;
    this.space.style.height = `${this.#items.length * this.#height}px`;
    const top = Math.max(0, this.node.scrollTop);
    const first = Math.max(0, Math.floor(top / this.#height) - SPARE_ROWS);
    const last = Math.min(this.#items.length, Math.ceil((top + this.node.clientHeight) / this.#height) + SPARE_ROWS);
    const wanted = new Map();
    for (let i = first; i < last; i++) {
      wanted.set(this.#items[i].group, i);
    }
    for (const [group, row] of this.#rows) {
      if (!wanted.has(group) && !row.contains(document.activeElement)) {
        row.remove();
        this.#rows.delete(group);
      }
    }
    for (const [group, i] of wanted) {
      const row = this.#rows.get(group) ?? this.#make(group);
      updateRow(row, this.#items[i]);
      row.setAttribute('aria-rowindex', String(i + 2));
      row.dataset.index = i;
      row.style.transform = `translateY(${i * this.#height}px)`;
    }
  }

  #make(group) {
    const row = fleetRow();
    this.#rows.set(group, row);
    this.space.append(row);
    return row;
  }

  #keys(event) {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (!step) {
      return;
    }
    event.preventDefault();
    const at = Number(event.target.closest('.fleet-row')?.dataset.index ?? -1);
    const next = Math.min(this.#items.length - 1, Math.max(0, at + step));
    const y = next * this.#height;
    if (y < this.node.scrollTop) {
      this.node.scrollTop = y;
    } else if (y + this.#height * 2 > this.node.scrollTop + this.node.clientHeight) {
      this.node.scrollTop = y + this.#height * 2 - this.node.clientHeight;
    }
    this.#render();
    this.space.querySelector(`[data-index="${next}"] a`)?.focus({ preventScroll: true });
  }
}

const STATUSES = ['acting', 'approve', 'forecast-only', 'frozen', 'overridden', 'conflict', 'capped', 'stale', 'waiting'];

const page = {
  name: 'fleet',
  path: '/',
  async open(stay) {
    let fleets = [];
    let shown = '';
    const list = new VirtualList();
    const search = el('input', { type: 'search', placeholder: 'Find a group or service', 'aria-label': 'Find a group or service', oninput: () => show() });
    const status = el('select', { 'aria-label': 'Status', onchange: () => show() }, [['', 'every status'], ...STATUSES.map((s) => [s, s])].map(([value, text]) => el('option', { value, text })));
    const said = el('p', { class: 'muted', role: 'status' });
    const none = empty('No group matches. ', button('Show all', () => { search.value = ''; status.value = ''; show(); }));
    none.hidden = true;
    const show = () => {
      const text = search.value.trim().toLowerCase();
      const found = fleets.filter((f) => (!text || f.group.toLowerCase().includes(text) || f.service.toLowerCase().includes(text)) && (!status.value || f.standing?.chips?.includes(status.value)));
      setText(said, found.length === fleets.length ? `${count(fleets.length, 'group', 'groups')}, the most pressing first` : `${found.length} of ${count(fleets.length, 'group', 'groups')}`);
      none.hidden = found.length > 0;
      list.show(found);
    };
    const read = async () => {
      const items = await getAll('/v1/fleets');
      const order = items.map((f) => f.group).sort().join();
      fleets = items;
      if (order !== shown || !list.node.contains(document.activeElement)) {
        shown = order;
        fleets.sort((a, b) => pressing(a) - pressing(b) || a.group.localeCompare(b.group));
      }
      show();
    };
    await read();
    if (fleets.length === 0) {
      fill(stay.root, el('h1', { text: 'Fleet' }), empty('No group is configured yet. Groups are listed in kickoff.yaml; “kickoff up” brings one with its match day.'));
    } else {
      fill(stay.root, el('div', { class: 'page-head' }, el('h1', { text: 'Fleet' }), said, el('span', { class: 'push' }), search, status), el('div', { class: 'card fleet' }, list.node, none));
      show();
    }
    stay.atEnd(() => list.sized.disconnect());
    const again = () => soon('fleets', REREAD, () => stay.isOpen && read());
    for (const topic of ['fleet', 'decision', 'orders', 'refresh', 'forecast']) {
      stay.on(topic, again);
    }
  },
};

export default page;
