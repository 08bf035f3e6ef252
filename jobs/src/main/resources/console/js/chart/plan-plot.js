// Two staircases: the plan now, and the plan under a change.

import { el } from '../core/dom.js';
import { clock, compact, dayName, hosts } from '../core/format.js';
import { color } from '../core/theme.js';

const read = (steps) =>
  (steps ?? []).map((s) => ({ from: Date.parse(s.at ?? s.launchAt) / 1000, until: Date.parse(s.until) / 1000, hosts: s.hosts }));

function staircase(steps, xs) {
  return xs.map((x) => {
    const found = steps.filter((s) => s.from <= x && x < s.until).map((s) => s.hosts);
    return found.length ? Math.max(...found) : null;
  });
}

/** The plans of an effect over time, as a picture with a sentence for those who do not see it. */
export function planPlot(effect) {
  const before = read(effect.planNow);
  const after = read(effect.planThen);
  const all = [...before, ...after];
  if (all.length < 1) {
    return undefined;
  }
  const peak = (steps) => (steps.length ? hosts(Math.max(...steps.map((s) => s.hosts))) : 'nothing');
  const key = el(
    'ul',
    { class: 'key' },
    el('li', {}, el('span', { class: 'swatch', 'data-series': 'planned-now' }), 'plan now'),
    el('li', {}, el('span', { class: 'swatch', 'data-series': 'floor' }), 'plan then'),
  );
  const box = el('div', { class: 'plan-plot', role: 'img', 'aria-label': `Plan now peaks at ${peak(before)}, then at ${peak(after)}` });
  const xs = [...new Set(all.flatMap((s) => [s.from, s.until]))].sort((a, b) => a - b);
  const draw = () => {
    const path = window.uPlot.paths.stepped({ align: 1 });
    const grid = { stroke: () => color('grid'), width: 1 };
    const axis = { stroke: () => color('muted'), grid, ticks: { show: false }, font: '11px system-ui, sans-serif' };
    const label = (x) => (new Date(x * 1000).getHours() === 0 ? dayName(x * 1000) : clock(x * 1000));
    const options = {
      width: box.clientWidth,
      height: box.clientHeight,
      padding: [6, 8, 0, 0],
      legend: { show: false },
      cursor: { show: false },
      scales: { y: { range: (u, min, max) => [0, max * 1.1 || 10] } },
      axes: [{ ...axis, size: 24, space: 70, values: (u, s) => s.map(label) }, { ...axis, size: 44, values: (u, s) => s.map(compact) }],
      series: [
        {},
        { stroke: () => color('muted'), width: 2, dash: [5, 4], paths: path, points: { show: false } },
        { stroke: () => color('floor'), width: 2.5, paths: path, points: { show: false } },
      ],
    };
    new window.uPlot(options, [xs, staircase(before, xs), staircase(after, xs)], box);
  };
  const sized = new ResizeObserver(() => {
    if (box.clientWidth > 0 && !box.firstChild) {
      draw();
      sized.disconnect();
    }
  });
  sized.observe(box);
  return el('figure', { class: 'plan-figure' }, key, box);
}
