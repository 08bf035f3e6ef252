// Controls that say which role they need. They stay visible for everybody.

import { el } from '../core/dom.js';
import { live, may } from '../core/live.js';
import { toast } from './toast.js';

const own = () => (live.session?.roles ?? []).join(', ') || 'nobody';

/** What a role lacks, in a sentence. */
export const needs = (role) => `Needs the role ${role}; you are ${own()}.`;

/** A button that acts only for those who may; for others it says which role is needed. */
export function control(text, role, onclick, of = {}) {
  const allowed = may(role);
  const { lead, ...rest } = of;
  return el(
    'button',
    {
      type: 'button',
      ...rest,
      'aria-disabled': allowed ? undefined : 'true',
      title: allowed ? rest.title : needs(role),
      onclick: (event) => (allowed ? onclick(event) : toast(needs(role), { kind: 'bad' })),
    },
    lead && el('span', { 'aria-hidden': 'true', text: `${lead} ` }),
    text,
    !allowed && el('span', { class: 'role-note', text: ` ${role}s only` }),
  );
}
