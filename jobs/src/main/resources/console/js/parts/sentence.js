// Sentences of the engine, with the times in them as people read them.

import { readable } from '../core/format.js';
import { now } from '../core/live.js';

/** A sentence with its instants in local time and UTC. */
export const sentence = (text) => readable(text, now());
