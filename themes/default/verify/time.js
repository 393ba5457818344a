// Dates and times.

/**
 * Reads an XML Schema `dateTimeStamp`: a date-time with its zone and nothing left out.
 *
 * `24:00:00`, leap seconds and local times are refused, because implementations read them differently.
 *
 * @param {unknown} text
 * @returns {number | undefined} milliseconds; nothing if it is anything else
 */
export function readStamp(text) {
  if (typeof text !== 'string') return;
  const parts = /^(\d{4}-\d\d-\d\dT\d\d:\d\d:[0-5]\d)(\.\d{1,9})?(Z|[+-]\d\d:\d\d)$/.exec(text);
  const local = new Date(parts ? `${parts[1]}Z` : NaN);
  // Some engines carry 30 February over into March.
  if (isNaN(local) || local.toISOString().slice(0, 19) !== parts[1]) return;
  const at = Date.parse(parts[1] + (parts[2] ?? '').slice(0, 4) + parts[3]);
  return isNaN(at) ? undefined : at;
}

/** Days as the page writes them: those where the community is, which need not be those of UTC. @type {Map<number, string>} */
export const days = new Map();

/** The day of a moment: `4 May 2026`, in UTC if the page does not write it. */
export function day(at) {
  const date = new Date(at);
  return days.get(at) ?? ['day', date.getUTCDate(), [`month-${date.getUTCMonth() + 1}`], date.getUTCFullYear()];
}
