// Approve or reject what waits, bound to the digest that was shown.

import { paths, send } from '../core/api.js';
import { el, facts } from '../core/dom.js';
import { hosts } from '../core/format.js';
import { formDialog } from '../parts/dialog.js';
import { durationField, textField } from '../parts/fields.js';
import { done } from './done.js';

/** Opens the answer to a review: 'approve' or 'reject'. */
export function openAnswer(review, verb) {
  const approves = verb === 'approve';
  const lacks = (text) => text.length < 3 && 'Say why, in a few words.';
  const comment = textField('comment', 'Comment (kept in the audit)', { maxlength: '500', lacks });
  const move = approves && review.kind === 'move';
  return formDialog({
    title: `${approves ? 'Approve' : 'Reject'}: ${review.group}`,
    intro: el(
      'div',
      {},
      el('p', { text: review.summary }),
      facts([
        ['Asked for by', review.requestedBy],
        ['Floor', review.floorWanted === undefined ? undefined : `${hosts(review.floorNow)} → ${hosts(review.floorWanted)}`],
        ['Digest', el('code', { text: review.digest.slice(0, 16) })],
      ]),
      el('p', { class: 'muted', text: 'Your answer is for this digest: it is refused when the change has become another one meanwhile.' }),
    ),
    fields: move ? [comment, durationField({ value: 240 })] : [comment],
    submit: approves ? 'Approve' : 'Reject',
    danger: !approves,
    apply: async (values, key) => {
      const body = { digest: review.digest, ...values };
      const answer = await send('POST', `${paths.review(review.id)}/${verb}`, { body, key });
      done(answer, `${approves ? 'Approved' : 'Rejected'}: ${review.summary}`);
    },
  });
}
