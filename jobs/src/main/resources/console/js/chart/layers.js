// What is drawn under and over the series of a plot: events, shortage, decisions, now.

import { color } from '../core/theme.js';

const px = (value) => value * devicePixelRatio;

function clipped(u, draw) {
  const { ctx, bbox } = u;
  ctx.save();
  ctx.beginPath();
  ctx.rect(bbox.left, bbox.top, bbox.width, bbox.height);
  ctx.clip();
  draw(ctx, bbox);
  ctx.restore();
}

const xAt = (u, millis) => u.valToPos(millis / 1000, 'x', true);

/** A string that fits, cut with an ellipsis; empty where not even a few letters fit. */
function fit(ctx, text, width) {
  if (ctx.measureText(text).width <= width) {
    return text;
  }
  let cut = text.slice(0, 80);
  while (cut.length > 2 && ctx.measureText(`${cut}…`).width > width) {
    cut = cut.slice(0, -1);
  }
  return cut.length > 2 ? `${cut}…` : '';
}

function drawPhases(u, ctx, box, event) {
  ctx.fillStyle = color('event-edge');
  for (const [i, phase] of event.phases.entries()) {
    const left = xAt(u, phase.from);
    const width = xAt(u, phase.until) - left;
    ctx.globalAlpha = i % 2 ? 0.28 : 0.55;
    ctx.fillRect(left, box.top + box.height - px(8), Math.max(px(1), width - px(1)), px(8));
  }
  ctx.globalAlpha = 1;
}

/** Shades what lies ahead of now, and every event with its title and, at the foot, its phases. */
export function groundLayer(view) {
  const draw = (u) =>
    clipped(u, (ctx, box) => {
      const now = xAt(u, view.now);
      ctx.fillStyle = color('ahead');
      ctx.fillRect(now, box.top, box.left + box.width - now, box.height);
      ctx.font = `${px(11)}px system-ui, sans-serif`;
      ctx.textAlign = 'left';
      ctx.textBaseline = 'top';
      let rowEnds = [];
      for (const event of view.events) {
        const left = xAt(u, event.start);
        const right = xAt(u, event.end);
        if (right < box.left || left > box.left + box.width) {
          continue;
        }
        ctx.fillStyle = color('event');
        ctx.fillRect(left, box.top, right - left, box.height);
        ctx.fillStyle = color('event-edge');
        ctx.fillRect(left, box.top, px(1.5), box.height);
        drawPhases(u, ctx, box, event);
        const from = Math.max(left, box.left) + px(5);
        let row = rowEnds.findIndex((end) => end < from);
        row = row < 0 ? rowEnds.length : row;
        const space = Math.max(right - from, px(110)) - px(8);
        const title = event.cancelled ? `cancelled: ${event.title}` : event.title;
        const text = fit(ctx, title, Math.min(space, box.left + box.width - from));
        ctx.fillStyle = color('event-text');
        ctx.fillText(text, from, box.top + px(3) + row * px(14));
        rowEnds[row] = from + ctx.measureText(text).width + px(6);
      }
    });
  return { hooks: { drawClear: draw } };
}

/** Marks the minutes in which fewer hosts serve than demand needs. */
export function shortageLayer(required, inService) {
  const draw = (u) =>
    clipped(u, (ctx) => {
      const [x] = u.data;
      const need = u.data[required];
      const have = u.data[inService];
      ctx.fillStyle = color('short');
      for (let i = 0; i < x.length; i++) {
        if (need[i] !== null && have[i] !== null && need[i] > have[i]) {
          const left = u.valToPos(x[i], 'x', true);
          const right = u.valToPos(x[i] + 60, 'x', true);
          const top = u.valToPos(need[i], 'hosts', true);
          ctx.fillRect(left, top, right - left + 1, u.valToPos(have[i], 'hosts', true) - top);
        }
      }
    });
  return { hooks: { drawAxes: draw } };
}

function standing(u, at, text, dash, tone) {
  clipped(u, (ctx, box) => {
    const x = Math.round(xAt(u, at));
    ctx.strokeStyle = color(tone);
    ctx.lineWidth = px(1.25);
    ctx.setLineDash(dash.map(px));
    ctx.beginPath();
    ctx.moveTo(x, box.top);
    ctx.lineTo(x, box.top + box.height);
    ctx.stroke();
    ctx.setLineDash([]);
    ctx.font = `600 ${px(11)}px system-ui, sans-serif`;
    ctx.textAlign = 'left';
    ctx.textBaseline = 'bottom';
    const width = ctx.measureText(text).width + px(8);
    const left = Math.min(x + px(2), box.left + box.width - width);
    ctx.fillStyle = color('surface');
    ctx.fillRect(left, box.top + box.height - px(26), width, px(15));
    ctx.fillStyle = color(tone);
    ctx.fillText(text, left + px(4), box.top + box.height - px(12));
  });
}

/** The line at now. */
export function nowLayer(view) {
  return { hooks: { draw: (u) => standing(u, view.now, 'now', [3, 3], 'now') } };
}

/** The line at the instant whose beliefs are shown. */
export function asOfLayer(view) {
  return { hooks: { draw: (u) => view.asOf && standing(u, view.asOf, 'believed here', [8, 3], 'floor') } };
}

function triangle(ctx, x, y, size, up) {
  const tip = up ? -size : size;
  ctx.beginPath();
  ctx.moveTo(x, y + tip);
  ctx.lineTo(x - size, y - tip * 0.7);
  ctx.lineTo(x + size, y - tip * 0.7);
  ctx.closePath();
}

/** Decisions as triangles: filled and upright a raise, hollow and inverted a lowering. */
export function decisionLayer(view) {
  const draw = (u) =>
    clipped(u, (ctx, box) => {
      const shown = view.decisions.filter((d) => {
        const x = xAt(u, d.at);
        return x >= box.left && x <= box.left + box.width;
      });
      const size = px(shown.length > 80 ? 3.5 : 5);
      ctx.lineWidth = px(1.5);
      ctx.setLineDash([]);
      ctx.strokeStyle = color('floor');
      for (const decision of shown) {
        const up = decision.action === 'RAISE';
        triangle(ctx, xAt(u, decision.at), u.valToPos(decision.change.to, 'hosts', true), size, up);
        ctx.fillStyle = color(up ? 'floor' : 'surface');
        ctx.fill();
        ctx.stroke();
      }
    });
  return { hooks: { draw } };
}

/** The decision whose marker is nearest to the cursor, within reach of it. */
export function decisionNear(u, view) {
  const { left } = u.cursor;
  if (left === undefined || left < 0) {
    return undefined;
  }
  const reach = 7;
  let best;
  let distance = reach;
  for (const decision of view.decisions) {
    const away = Math.abs(u.valToPos(decision.at / 1000, 'x') - left);
    if (away < distance) {
      distance = away;
      best = decision;
    }
  }
  return best;
}
