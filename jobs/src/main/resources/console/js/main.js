// Signs in, listens, and opens the page that the address names.

import { byId, button, fill, setText } from './core/dom.js';
import { halt, live, may, refresh, soon, start, subscribe } from './core/live.js';
import { begin, close, open } from './core/router.js';
import { knownSession, signIn, signOut, takeToken } from './core/session.js';
import { openFreeze, openResume } from './controls/freeze.js';
import { showLink, showStatus } from './parts/banner.js';
import { showProblem } from './parts/problem.js';
import { needs } from './parts/roles.js';
import { runbook } from './parts/runbook.js';
import { toast } from './parts/toast.js';
import approvals from './pages/approvals.js';
import audit from './pages/audit.js';
import decisions from './pages/decisions.js';
import events from './pages/events.js';
import explain from './pages/explain.js';
import fleet from './pages/fleet.js';
import inputs from './pages/inputs.js';
import overrides from './pages/overrides.js';
import runbookPage, { runbookOf } from './pages/runbook.js';
import scorecard from './pages/scorecard.js';
import service from './pages/service.js';
import { showSignIn } from './pages/sign-in.js';
import warRoom from './pages/war-room.js';
import whatIf from './pages/what-if.js';

const PAGES = [fleet, service, decisions, explain, events, warRoom, overrides, approvals, whatIf, inputs, audit, scorecard, runbookPage, runbookOf];
/** The runbook is read ahead of need: it must be there when the server is not. */
const KEPT_AFTER = 3000;
let begun = false;

function showWho() {
  const { name, roles } = live.session;
  fill(byId('who'), `${name} · ${roles.join(', ')} `, button('Sign out', leave, { class: 'small' }));
}

/** Lets go of all that is under way first: what comes after the session's end would be refused. */
async function leave() {
  halt();
  close();
  try {
    await signOut();
  } catch (error) {
    toast(`The session may still stand: ${error.message}`, { kind: 'bad' });
  }
  ask();
}

/** Guards a control of the frame by role. */
function guard(node, act) {
  const allowed = may('operator');
  node.disabled = false;
  node.toggleAttribute('aria-disabled', !allowed);
  if (!allowed) {
    node.setAttribute('aria-disabled', 'true');
  }
  node.title = allowed ? '' : needs('operator');
  node.onclick = () => (allowed ? act() : toast(needs('operator'), { kind: 'bad' }));
}

/** Goes on once the first status is known: pages may rely on it. */
function whenKnown(go) {
  if (live.status) {
    go();
    return;
  }
  const tryAgain = () => refresh();
  const ends = [
    subscribe('clock', () => {
      ends.forEach((end) => end());
      go();
    }),
    subscribe('trouble', (error) => showProblem(byId('main'), error, tryAgain)),
  ];
}

function enter() {
  document.body.dataset.signed = 'in';
  showWho();
  guard(byId('freeze'), () => openFreeze());
  guard(byId('resume'), () => openResume());
  whenKnown(() => {
    if (begun) {
      open();
    } else {
      begun = true;
      begin(PAGES);
    }
  });
  refresh();
  start();
  soon('runbook', KEPT_AFTER, runbook);
}

function ask() {
  halt();
  close();
  live.session = undefined;
  document.body.dataset.signed = 'out';
  fill(byId('who'));
  byId('freeze').disabled = true;
  byId('resume').hidden = true;
  setText(byId('mode-text'), 'SIGNED OUT');
  document.querySelectorAll('dialog').forEach((dialog) => dialog.close());
  if (!document.querySelector('.sign-in')) {
    showSignIn(byId('main'), enter, ask);
  }
}

async function first() {
  const token = takeToken();
  try {
    if (token) {
      await signIn(token, ask);
      enter();
    } else if (await knownSession(ask)) {
      enter();
    } else {
      ask();
    }
  } catch (error) {
    if (error.status === 401) {
      ask();
      toast(error.message, { kind: 'bad' });
    } else {
      showProblem(byId('main'), error, first);
    }
  }
}

byId('skip').addEventListener('click', (event) => {
  event.preventDefault();
  byId('main').focus();
});
subscribe('clock', showStatus);
subscribe('orders', showStatus);
subscribe('link', showLink);
setInterval(() => document.hidden || showStatus(), 1000);
first();
