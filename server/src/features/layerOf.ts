import type { CancellationToken } from 'vscode-languageserver';
import { findSequences, Techniques } from '../core';
import { gatherMerged } from '../events/gatherMerged';
import { cancelled, drain } from '../host/cooperate';
import type { EventAt } from '../wire/protocol';
import type { ChosenEvents } from './chosenEvents';
import type { ServerContext } from './context';
import { exportedEvents } from './exportedEvents';

/** The techniques of ATT&CK that some events may be steps of, with the sequences in which one of them plays a part, as a layer of its Navigator. */
export async function layerOf(
  context: ServerContext,
  asked: readonly EventAt[],
  chosen: ChosenEvents,
  token: CancellationToken,
): Promise<{ readonly text: string; readonly missing: number }> {
  const techniques = new Techniques();
  let missing = asked.length;
  for await (const some of exportedEvents(context, asked, token, () => missing--))
    for (const { row } of some) techniques.add(row);
  const { events, names, platform } = context;
  const merged = await events.now(token);
  const seed = Math.floor(Math.random() * 2 ** 32);
  const evidence = await drain(gatherMerged(merged, names.names, seed), platform, token, () => undefined);
  if (evidence === undefined) throw cancelled();
  for (const hit of findSequences(evidence))
    if (hit.acts.some(({ row }) => chosen.has(row.file, row.index))) techniques.addSequence(hit);
  return { text: techniques.layer(), missing };
}
