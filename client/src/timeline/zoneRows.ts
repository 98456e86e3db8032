import type { QuickPickItem } from 'vscode';
import { clocksOf, isZone, offsetText, UTC } from '../../../server/src/wire/protocol';

/** A row of the list of zones; without a zone, words on what to type. */
export interface ZoneRow extends QuickPickItem {
  readonly zone?: string;
}

/** What zones are told by. */
export interface ZonesKnown {
  /** The names to choose from, in this order. */
  readonly zones: readonly string[];
  /** That of this machine, and the one that is shown now. */
  readonly own: string;
  readonly shown: string;
  /** When their offsets are told, in milliseconds since 1970. */
  readonly now: number;
}

const HINT: ZoneRow = {
  label: 'No time zone of this name',
  detail: 'Type a city of it (Berlin, New York, Kolkata), a continent (Europe), or an offset (+02:00, -05:00).',
  alwaysShow: true,
};

/**
 * Gives the zones that what is typed asks for, by name or offset; a name that is no row but that the platform knows (`EST`) as well; where
 * there is none, what to type instead. All rows are to be shown: what fits is found here.
 */
export function zoneRows(known: ZonesKnown): (typed: string) => readonly ZoneRow[] {
  const rows = known.zones.map((zone) => rowOf(zone, known));
  const texts = rows.map(({ label, description = '' }) => plain(`${label} ${description}`));
  return (typed) => {
    const asked = plain(typed);
    const found = rows.filter((_, at) => texts[at]?.includes(asked));
    if (found.length > 0) return found;
    const name = typed.trim();
    return /^[A-Za-z]/.test(name) && isZone(name) ? [rowOf(name, known)] : [HINT];
  };
}

/** The names to choose from: UTC and the machine's own first. */
export function zonesFrom(own: string, all: readonly string[]): readonly string[] {
  return Array.from(new Set([UTC, own, ...all]));
}

function rowOf(zone: string, { own, shown, now }: ZonesKnown): ZoneRow {
  const offset = offsetText(clocksOf(zone)(now));
  const description = `${offset} today${zone === own ? ', this machine’s' : ''}${zone === shown ? ', shown now' : ''}`;
  return { zone, label: zone, description, alwaysShow: true };
}

/** In small letters, with the space and the hyphen that people type for `_` and `−`. */
function plain(text: string): string {
  return text.trim().toLowerCase().replaceAll('_', ' ').replaceAll('−', '-');
}
