// One plot of a service: hosts on the left, the demand that they carry at the knee on the right.

import { clock, compact, dayName, number } from '../core/format.js';
import { color } from '../core/theme.js';
import { asOfLayer, decisionLayer, groundLayer, nowLayer, shortageLayer } from './layers.js';

const FONT = '11px system-ui, sans-serif';
const stepped = (align) => window.uPlot.paths.stepped({ align });
const nice = [1, 1.2, 1.5, 2, 2.5, 3, 4, 5, 6, 8, 10];

/** Which columns are hosts, which are requests per minute; see SERIES. */
const DEMANDS = [1, 2, 3];
const HOSTS = [4, 5, 6, 7, 8];

function ceiling(max) {
  if (!(max > 0)) {
    return 10;
  }
  const wanted = max * 1.06;
  const unit = 10 ** Math.floor(Math.log10(wanted));
  return unit * nice.find((step) => step * unit >= wanted);
}

function highest(data, series, from, until) {
  let most = 0;
  for (const s of series) {
    const values = data[s];
    for (let i = from; i <= until; i++) {
      if (values[i] > most) {
        most = values[i];
      }
    }
  }
  return most;
}

/** The top of the hosts' scale: so high that demand, at so much a host, fits too. */
function topHosts(u, view) {
  const [from, until] = u.series[0].idxs ?? [0, u.data[0].length - 1];
  const hosts = highest(u.data, HOSTS, from, until);
  return ceiling(Math.max(hosts, highest(u.data, DEMANDS, from, until) / view.perHost));
}

function xLabels(u, splits) {
  return splits.map((seconds) => {
    const at = new Date(seconds * 1000);
    return at.getHours() === 0 && at.getMinutes() === 0 ? dayName(at) : clock(at);
  });
}

function axes(narrow) {
  const grid = { stroke: () => color('grid'), width: 1 };
  const common = { stroke: () => color('muted'), font: FONT, ticks: { show: false } };
  const side = { ...common, space: 34, size: narrow ? 34 : 44 };
  return [
    { ...common, grid, size: 26, space: 64, values: xLabels },
    { ...side, scale: 'hosts', grid, values: (u, splits) => splits.map((v) => (Number.isInteger(v) ? number(v) : '')) },
    { ...side, scale: 'rpm', side: 1, size: narrow ? 40 : 52, grid: { show: false }, values: (u, splits) => splits.map(compact) },
  ];
}

/** Says what the two axes count, on top of them. */
function units(u) {
  const { ctx, bbox } = u;
  const px = devicePixelRatio;
  ctx.save();
  ctx.font = `600 ${11 * px}px system-ui, sans-serif`;
  ctx.fillStyle = color('muted');
  ctx.textBaseline = 'bottom';
  ctx.textAlign = 'left';
  ctx.fillText('hosts', 2 * px, bbox.top - 4 * px);
  ctx.textAlign = 'right';
  ctx.fillText('requests/min at the knee', u.ctx.canvas.width - 4 * px, bbox.top - 4 * px);
  ctx.restore();
}

const line = (scale, of) => ({
  scale,
  stroke: () => color(of.color),
  width: of.width ?? 1.5,
  dash: of.dash,
  fill: of.fill ? () => color(of.fill) : undefined,
  paths: of.stepped ? stepped(1) : undefined,
  points: { show: false },
});

/**
 * Options of uPlot. `view` holds from, until, now, perHost (requests per minute one host carries),
 * events, decisions, asOf; `onZoom(from, until)` hears what was dragged.
 */
export function servicePlot(view, size, onZoom) {
  const zoom = (u) => {
    if (u.select.width > 4) {
      const at = (left) => u.posToVal(left, 'x') * 1000;
      onZoom(at(u.select.left), at(u.select.left + u.select.width));
      u.setSelect({ left: 0, top: 0, width: 0, height: 0 }, false);
    }
  };
  return {
    ...size,
    padding: [18, 4, 0, 4],
    legend: { show: false },
    cursor: { drag: { x: true, y: false, setScale: false }, y: false, points: { size: 7 } },
    scales: {
      x: { time: true, range: () => [view.from / 1000, view.until / 1000] },
      hosts: { range: (u) => [0, topHosts(u, view)] },
      rpm: { range: (u) => [0, topHosts(u, view) * view.perHost] },
    },
    axes: axes(size.width < 560),
    series: [
      {},
      line('rpm', { color: 'demand', width: 2.5 }),
      line('rpm', { color: 'p50', dash: [6, 4] }),
      line('rpm', { color: 'band', width: 1 }),
      line('hosts', { color: 'required', width: 1, dash: [1, 2], stepped: true }),
      line('hosts', { color: 'floor', width: 2.5, stepped: true }),
      line('hosts', { color: 'desired', width: 2, dash: [2, 3], stepped: true }),
      line('hosts', { color: 'inservice', width: 2.5, fill: 'inservice-fill', stepped: true }),
      line('hosts', { color: 'floor', width: 2, dash: [7, 4], stepped: true }),
    ],
    bands: [{ series: [3, 2], fill: () => color('band') }],
    hooks: { setSelect: [zoom], draw: [units] },
    plugins: [groundLayer(view), shortageLayer(4, 7), nowLayer(view), asOfLayer(view), decisionLayer(view)],
  };
}
