import type { CancellationToken } from 'vscode-languageserver';
import { type Act, chainOf, type Link } from '../core/index';
import type { MergedEvents } from '../events/mergedEvents';
import type { ServerContext } from './context';

/** An event that another one leads to or comes from, and how sure that is. */
export interface Linked {
  readonly act: Act;
  readonly strength: Link['strength'];
}

/** From a right to what was done with it, as WorkMail's own logs tell: what comes before an event, the latest first, and what comes after. */
export interface AccessChain {
  readonly before: readonly Linked[];
  readonly after: readonly Linked[];
}

const STEPS: ReadonlySet<string> = new Set(['grant', 'assume', 'read', 'sent', 'forwarded', 'signed-in', 'made-key']);
/** Two logs may differ by so much. Milliseconds. */
const CLOCKS = 2000;
const NONE: AccessChain = { before: [], after: [] };

/**
 * The chain of a record of WorkMail's own logs, or of a call with which somebody was let in; none where none of these logs is here.
 *
 * @param eventID empty for such a record
 */
export async function accessChain(
  { answers }: ServerContext,
  merged: MergedEvents,
  place: { readonly uri: string; readonly index: number; readonly eventID: string },
  token: CancellationToken,
): Promise<AccessChain> {
  const { evidence } = await answers.of(merged, token);
  if (evidence.own().counts.size === 0) return NONE;
  const { uri, index, eventID } = place;
  const found = chainOf(eventID === '' ? { file: uri, index } : { eventID }, evidence);
  if (found === undefined) return NONE;
  const [self, ...links] = found.links;
  const isOther = ({ act }: Linked): boolean =>
    act !== self?.act && !(act.log === self?.act?.log && act.row.index === self.act.row.index);
  // What gave out the credentials of a call is told without these logs.
  return {
    before: eventID === '' ? linked(links).filter(isOther) : [],
    // Around a call stands what came before it, too.
    after: linked(found.around).filter((each) => isOther(each) && !(each.act.time < (self?.act?.time ?? 0) - CLOCKS)),
  };
}

function linked(links: readonly Link[]): readonly Linked[] {
  const found = new Map<string, Linked>();
  for (const { kind, act, others = [], strength } of links) {
    if (!STEPS.has(kind) || act === undefined) continue;
    for (const each of [act, ...others]) {
      const key = `${each.log} ${each.row.index}`;
      if (!found.has(key)) found.set(key, { act: each, strength });
    }
  }
  return Array.from(found.values());
}
