// Colours of the charts, read from the style sheet so that light and dark have one source.

const cache = new Map();
const dark = window.matchMedia('(prefers-color-scheme: dark)');

export function color(name) {
  if (!cache.has(name)) {
    const style = getComputedStyle(document.documentElement);
    cache.set(name, style.getPropertyValue(`--${name}`).trim());
  }
  return cache.get(name);
}

/** Calls back after light became dark or the other way round, until the answer is called. */
export function onThemeChange(callback) {
  const changed = () => {
    cache.clear();
    callback();
  };
  dark.addEventListener('change', changed);
  return () => dark.removeEventListener('change', changed);
}
