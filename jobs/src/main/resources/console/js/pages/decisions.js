// Decisions of every group, newest first.

import { el, fill } from '../core/dom.js';
import { DecisionList } from '../parts/decision-list.js';

export default {
  name: 'decisions',
  path: '/decisions',
  async open(stay, { group }) {
    const list = new DecisionList({ group });
    await list.load();
    fill(stay.root, el('div', { class: 'page-head' }, el('h1', { text: group ? `Decisions on ${group}` : 'Decisions' }), el('p', { class: 'muted', text: 'Explain says why: what was seen, what was wanted, and which rule changed it.' })), list.node);
    stay.on('decision', (d) => list.add(d));
    stay.on('refresh', () => list.load().catch(() => {}));
  },
};
