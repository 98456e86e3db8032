import { type Act, type Chain, type ChainAsked, chainOf, type Link, placeOfAct, terminal } from '../../core';
import type { ReadMet } from '../scan/readMet';
import type { Chaining } from './chainArguments';
import type { CommandContext } from './commandContext';
import { evidenceIn } from './evidenceIn';
import { jsonText } from './json';

/**
 * Tells what led to an event or a key, and what belongs to it, or writes it as one JSON object.
 *
 * @param readMet reads what is more than a little
 * @returns whether something that should have been read could not be, and whether the logs know what was asked for
 */
export async function chain(
  { files, asked, window, json, limits }: Chaining,
  around: CommandContext,
  readMet: ReadMet,
): Promise<{ readonly isIncomplete: boolean; readonly isKnown: boolean }> {
  const { evidence, isIncomplete } = await evidenceIn({ files, limits, ...(window && { window }) }, around, readMet);
  const found = chainOf(asked, evidence);
  const of = nameOf(asked);
  const shown = found ?? { of, links: [], around: [] };
  if (json) await around.output.write(`${jsonText(chainData(shown))}\n`);
  else for (const line of chainLines(shown)) await around.output.write(`${line}\n`);
  return { isIncomplete, isKnown: found !== undefined };
}

function nameOf(asked: ChainAsked): string {
  if ('eventID' in asked) return asked.eventID;
  return 'accessKey' in asked ? asked.accessKey : `${asked.file}#${asked.index}`;
}

function chainData({ of, links, around }: Chain): object {
  return { of, links: links.map(linkData), around: around.map(linkData) };
}

function linkData({ kind, sentence, strength, act, others, missing }: Link): object {
  return {
    kind,
    ...(strength !== undefined && { strength }),
    sentence,
    event: act === undefined ? null : placeOfAct(act),
    ...(others !== undefined && { others: others.map(placeOfAct) }),
    missing: missing ?? null,
  };
}

function* chainLines({ of, links, around }: Chain): Generator<string> {
  if (links.length === 0) {
    yield `${terminal(of)}: these logs do not know it.`;
    return;
  }
  yield terminal(of);
  for (const [depth, link] of links.entries()) yield* linkLines(link, '  '.repeat(Math.min(depth, DEEPEST) + 1));
  if (around.length > 0) yield 'Around it';
  for (const link of around) yield* linkLines(link, '  ');
}

/** Further in nobody sees how far. */
const DEEPEST = 12;

function* linkLines({ sentence, act, others = [], missing }: Link, indent: string): Generator<string> {
  yield `${indent}${terminal(sentence)}${act === undefined ? '' : placeText(act, others)}`;
  if (missing !== undefined) yield `${indent}  Look for: ${terminal(missing)}`;
}

/** Of events that carry one link so many are named. */
const MOST_PLACES = 3;

function placeText(act: Act, others: readonly Act[]): string {
  const places = [act, ...others].slice(0, MOST_PLACES).map(({ row }) => `${terminal(row.file)}#${row.index}`);
  const left = others.length + 1 - places.length;
  return `  [${places.join(', ')}${left > 0 ? ` and ${left} more` : ''}]`;
}
