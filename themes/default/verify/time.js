// Dates and times.

import {isText} from './kind.js';

/**
 * Reads an XML Schema `dateTimeStamp`: a date-time with its zone and nothing left out.
 *
 * `24:00:00`, leap seconds and local times are refused, because implementations read them differently.
 *
 * @param {unknown} text
 * @returns {number | undefined} milliseconds; nothing if it is anything else
 */
export function readStamp(text) {
  if (!isText(text)) return;
  const [, local, fraction = '', zone] = /^(\d{4}-\d\d-\d\dT\d\d:\d\d:[0-5]\d)(\.\d{1,9})?(Z|[+-]\d\d:\d\d)$/.exec(text) ?? [];
  const read = new Date(`${local}Z`);
  // Some engines carry 30 February over into March.
  if (isNaN(read) || read.toISOString().slice(0, 19) !== local) return;
  const at = Date.parse(local + fraction.slice(0, 4) + zone);
  if (!isNaN(at)) return at;
}

/** Days as the page writes them: those where the community is, which need not be those of UTC. @type {Map<number, string>} */
export const days = new Map();

/** The day of a moment: `4 May 2026`, in UTC if the page does not write it. */
export function day(at) {
  const date = new Date(at);
  return days.get(at) ?? ['day', date.getUTCDate(), [`month-${date.getUTCMonth() + 1}`], date.getUTCFullYear()];
}
