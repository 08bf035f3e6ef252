// What waits for a person, and what was answered.

import { getAll } from '../core/api.js';
import { el, empty, fill, refill, table } from '../core/dom.js';
import { dayClock, hosts } from '../core/format.js';
import { live, soon } from '../core/live.js';
import { openAnswer } from '../controls/review.js';
import { control, needs } from '../parts/roles.js';

const STATES = { pending_review: '◆ waits', approved: '✓ approved', discarded: '✕ rejected', submitted: '● carried out' };
const KINDS = { move: 'a large change of the floor', resume: 'a resume', order: 'an order', event: 'an event' };

function card(review) {
  const own = review.requestedBy === live.session?.name;
  const change = review.floorWanted === undefined ? '' : `${hosts(review.floorNow)} → ${hosts(review.floorWanted)}`;
  return el(
    'article',
    { class: 'card part review' },
    el('div', { class: 'event-head' }, el('h2', { text: `◆ ${review.group}` }), el('strong', { class: 'num', text: change })),
    el('p', { text: review.summary }),
    el('p', { class: 'muted', text: `${KINDS[review.kind] ?? review.kind}, asked for by ${review.requestedBy}, ${dayClock(Date.parse(review.requestedAt))}` }),
    own && el('p', { class: 'warning', text: '▲ You asked for this: another person must answer it.' }),
    el('div', { class: 'controls' }, control('Approve…', 'approver', () => openAnswer(review, 'approve'), { class: 'primary' }), control('Reject…', 'approver', () => openAnswer(review, 'reject'), { class: 'quiet-danger' }), el('span', { class: 'muted' }, 'digest ', el('code', { text: review.digest.slice(0, 16) }))),
  );
}

const answered = (reviews) =>
  table(
    'Answered',
    [['State'], ['Group'], ['What', 'why'], ['Asked by'], ['Answered'], ['Comment', 'why']],
    reviews.map((r) => [STATES[r.status], r.group, r.summary, r.requestedBy, r.answeredAt ? `${r.answeredBy}, ${dayClock(Date.parse(r.answeredAt))}` : '', r.comment ?? '']),
  );

export default {
  name: 'approvals',
  path: '/approvals',
  async open(stay) {
    const list = el('div', { class: 'reviews' });
    const read = async () => {
      const all = await getAll('/v1/reviews');
      const waiting = all.filter((r) => r.status === 'pending_review');
      const rest = all.filter((r) => r.status !== 'pending_review');
      refill(
        list,
        waiting.length ? waiting.map(card) : empty('Nothing waits for an answer. Changes too large to be made alone appear here.'),
        rest.length > 0 && el('section', { class: 'card part' }, el('h2', { text: 'Answered' }), answered(rest)),
      );
    };
    await read();
    const roles = live.session?.roles ?? [];
    fill(stay.root, el('div', { class: 'page-head' }, el('h1', { text: 'Approvals' }), !roles.includes('approver') && !roles.includes('admin') && el('p', { class: 'muted', text: needs('approver') })), el('p', { class: 'muted', text: 'Four eyes: nobody approves what they asked for. Unanswered, a lowering is discarded; a raise goes only as far as it may without approval.' }), list);
    stay.on('orders', () => soon('reviews page', 500, () => stay.isOpen && read()));
  },
};
