import type { Act } from '../act';
import { secondText } from '../utcText';

/** Of the actions of a step, and of addresses, so many are told one by one. */
const MOST = 3;

/** What the sentence of a sequence is filled with. */
export interface ToTell {
  readonly actor: string;
  readonly steps: readonly { readonly name: string; readonly acts: readonly Act[] }[];
  /** As they happened. */
  readonly acts: readonly Act[];
}

/** The sentence of a sequence with what was met in it; what stands in square brackets is left out where its steps were not met. */
export function sentenceOf(template: string, told: ToTell): string {
  const isMet = (part: string): boolean =>
    told.steps.every(({ name, acts }) => acts.length > 0 || !part.includes(`{${name}}`));
  const met = template.replace(/\[([^\]]*)\]/g, (_, part: string) => (isMet(part) ? part : ''));
  // Once over the template alone: braces in a value of a log are no place to fill.
  return met.replace(/\{([a-z]+)\}/g, (_, name: string) => filled(name, told));
}

function filled(name: string, { actor, steps, acts }: ToTell): string {
  if (name === 'actor') return actor === '' ? 'Somebody' : actor;
  if (name === 'span') return spanText(acts);
  if (name === 'addresses') return listed(Array.from(new Set(acts.map(({ row }) => row.address))), 'other');
  return callsText(steps.find((step) => step.name === name)?.acts ?? []);
}

function callsText(acts: readonly Act[]): string {
  const counts = new Map<string, number>();
  for (const { row } of acts) counts.set(row.action, (counts.get(row.action) ?? 0) + 1);
  const calls = Array.from(counts, ([action, count]) => (count === 1 ? action : `${count} × ${action}`));
  return listed(calls, 'other action');
}

function listed(texts: readonly string[], other: string): string {
  const left = texts.length - MOST;
  const shown = left > 0 ? [...texts.slice(0, MOST), `${left} ${other}${left === 1 ? '' : 's'}`] : texts;
  const last = shown.at(-1) ?? '';
  return shown.length < 2 ? last : `${shown.slice(0, -1).join(', ')} and ${last}`;
}

function spanText(acts: readonly Act[]): string {
  const [from, to] = [acts[0]?.row.time ?? Number.NaN, acts.at(-1)?.row.time ?? Number.NaN];
  if (Number.isNaN(from) || Number.isNaN(to)) return 'at a time that cannot be read';
  return from === to ? `at ${secondText(from)} UTC` : `from ${secondText(from)} to ${secondText(to)} UTC`;
}
