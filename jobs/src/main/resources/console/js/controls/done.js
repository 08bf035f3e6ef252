// What follows a write: a toast with its undo, and another look at what it changed.

import { send } from '../core/api.js';
import { link } from '../core/router.js';
import { readOrders, refresh } from '../core/live.js';
import { toast } from '../parts/toast.js';

const APPROVALS = ['Approvals', link('approvals')];

/** Undoes orders by their ids. */
export const undoOrders = (ids) => async () => {
  for (const id of ids) {
    await send('POST', `/v1/overrides/${encodeURIComponent(id)}/undo`);
  }
  await readOrders().catch(() => {});
};

/**
 * Says what a write did. A review that waits is said as such; `of`: undo, until, link.
 */
export function done(answer, text, of = {}) {
  if (answer.status === 202) {
    toast(`Waits for the approval of another person: ${answer.body.summary ?? text}`, { link: APPROVALS });
  } else {
    toast(text, of);
  }
  readOrders().catch(() => {});
  refresh();
}

/** The wall time until which an order may be undone. */
export const undoableUntil = (order) =>
  order?.undoableUntil ? Date.parse(order.undoableUntil) : undefined;
