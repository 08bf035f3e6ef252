// The runbook: read from the file that deploy/ ships, never typed twice.

import { getText } from '../core/api.js';
import { el } from '../core/dom.js';

let reading;

/** What it says, read once and kept, so that it is there without a server: {preface, sections}. */
export function runbook() {
  reading ??= getText('RUNBOOK.md')
    .then((text) => ({ preface: text.split(/\n\s*\n/)[1], sections: sections(text) }))
    .catch((error) => {
      reading = undefined;
      throw error;
    });
  return reading;
}

/** Its sections, each {name, lines, verbs, code, prose}: the last item of a list names the verbs. */
function sections(markdown) {
  return markdown
    .split(/^## /m)
    .slice(1)
    .map((text) => {
      const [name, ...rest] = text.split('\n');
      const items = rest.filter((line) => line.startsWith('- ')).map((line) => line.slice(2).trim());
      const verbs = items.find((line) => line.startsWith('Verbs: '));
      const said = rest.filter((line) => !line.startsWith('- ') && !line.startsWith('```')).join('\n');
      return {
        name: name.trim(),
        lines: items.filter((line) => line !== verbs),
        verbs: verbs?.slice('Verbs: '.length),
        code: /^```\n([^]*?)^```/m.exec(rest.join('\n'))?.[1],
        prose: said.trim().split(/\n\s*\n/)[0],
      };
    });
}

/** A line as text and code; GROUP in it is the group that is looked at. */
export function line(text, group) {
  const plain = text.replace(/\[([^\]]+)\]\([^)]*\)/g, '$1');
  const named = group ? plain.replace(/\bGROUP\b/g, group) : plain;
  return named.split('`').map((part, i) => (i % 2 ? el('code', { text: part }) : part));
}

/** The pages and buttons that a section's verbs name: {pages, buttons}. */
export function named(verbs = '') {
  const all = (pattern) => [...verbs.matchAll(pattern)].map((found) => found[1]);
  return {
    pages: all(/\bpage ([A-Z][a-z-]*(?: room)?)/g),
    buttons: all(/\bbutton ([A-Z][a-z]*(?: only)?)/g),
    service: /\bservice's page\b/.test(verbs),
  };
}
