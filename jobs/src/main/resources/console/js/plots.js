// The two plots of a service, as options of uPlot.

import { compact, clock, dayName, number } from './format.js';
import { decisionLayer, groundLayer, nowLayer, shortageLayer } from './layers.js';
import { color } from './theme.js';

const FONT = '11px system-ui, sans-serif';
const stepped = () => window.uPlot.paths.stepped({ align: 1 });

const nice = [1, 1.2, 1.5, 2, 2.5, 3, 4, 5, 6, 8, 10];

function ceiling(max) {
  if (!(max > 0)) {
    return 10;
  }
  const wanted = max * 1.06;
  const unit = 10 ** Math.floor(Math.log10(wanted));
  return unit * nice.find((step) => step * unit >= wanted);
}

function xLabels(u, splits) {
  return splits.map((seconds) => {
    const at = new Date(seconds * 1000);
    return at.getHours() === 0 && at.getMinutes() === 0 ? dayName(at) : clock(at);
  });
}

function common(view, size, sync) {
  const grid = { stroke: () => color('grid'), width: 1 };
  return {
    ...size,
    padding: [8, 12, 0, 0],
    legend: { show: false },
    cursor: {
      sync: { key: sync, setSeries: false },
      drag: { x: false, y: false, setScale: false },
      y: false,
      points: { size: 7 },
    },
    scales: {
      x: { time: true, range: () => [view.from / 1000, view.until / 1000] },
      y: { range: (u, min, max) => [0, ceiling(max)] },
    },
    grid,
  };
}

function axes(grid, yFormat, labelled) {
  const stroke = () => color('muted');
  return [
    {
      stroke,
      grid,
      font: FONT,
      size: labelled ? 26 : 6,
      space: 64,
      ticks: { show: false },
      values: labelled ? xLabels : (u, splits) => splits.map(() => ''),
    },
    {
      stroke,
      grid,
      font: FONT,
      size: 56,
      space: 34,
      ticks: { show: false },
      values: (u, splits) => splits.map(yFormat),
    },
  ];
}

const line = (label, of) => ({
  label,
  stroke: () => color(of.color),
  width: of.width ?? 1.5,
  dash: of.dash,
  fill: of.fill ? () => color(of.fill) : undefined,
  paths: of.stepped ? stepped() : undefined,
  points: { show: false },
});

/** Demand over time: measured, expected, and the band between median and 95 %. */
export function demandPlot(view, size, sync) {
  const { grid, ...options } = common(view, size, sync);
  return {
    ...options,
    axes: axes(grid, compact, false),
    series: [
      {},
      line('demand', { color: 'demand', width: 2.5 }),
      line('p50', { color: 'p50', dash: [6, 4] }),
      line('p95', { color: 'band', width: 1 }),
    ],
    bands: [{ series: [3, 2], fill: () => color('band') }],
    plugins: [groundLayer(view, true), nowLayer(view, false)],
  };
}

/** Hosts over time: needed, there, asked for, and the floor under them. */
export function hostsPlot(view, size, sync) {
  const { grid, ...options } = common(view, size, sync);
  return {
    ...options,
    axes: axes(grid, number, true),
    series: [
      {},
      line('required', { color: 'required', width: 1.5, stepped: true }),
      line('floor', { color: 'floor', width: 2.5, stepped: true }),
      line('desired', { color: 'desired', width: 2, dash: [2, 3], stepped: true }),
      line('in service', {
        color: 'inservice',
        width: 2.5,
        fill: 'inservice-fill',
        stepped: true,
      }),
      line('planned', { color: 'floor', dash: [7, 4], stepped: true }),
    ],
    plugins: [
      groundLayer(view, false),
      shortageLayer(1, 4),
      nowLayer(view, true),
      decisionLayer(view),
    ],
  };
}
