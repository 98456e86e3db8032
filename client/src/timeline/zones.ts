import { type Memento, type QuickPickItem, window } from 'vscode';
import { clocksOf, isZone, offsetText, UTC } from '../../../server/src/wire/protocol';

const remembered = 'workmailTrail.timelineZone';

/** On whose clocks the timeline tells hours; UTC before somebody has chosen. */
export function rememberedZone(memento: Memento): string {
  const kept: unknown = memento.get(remembered);
  return typeof kept === 'string' && isZone(kept) ? kept : UTC;
}

/** Lets the user choose. True where another zone was chosen. */
export async function chooseZone(memento: Memento): Promise<boolean> {
  const before = rememberedZone(memento);
  const own = Intl.DateTimeFormat().resolvedOptions().timeZone;
  const others = Intl.supportedValuesOf('timeZone').filter((zone) => zone !== UTC && zone !== own);
  const zones = Array.from(new Set([UTC, own, ...others]));
  const now = Date.now();
  const items = zones.map((zone): QuickPickItem & { readonly zone: string } => ({
    zone,
    label: zone,
    description: `${offsetText(clocksOf(zone)(now))} today${zone === own ? ', this machine’s' : ''}${zone === before ? ', shown now' : ''}`,
  }));
  const chosen = await window.showQuickPick(items, {
    title: 'Hours of the Timeline',
    placeHolder: 'On whose clocks? CloudTrail writes UTC; the offset is named beside every time.',
    matchOnDescription: true,
  });
  if (chosen === undefined || chosen.zone === before) return false;
  await memento.update(remembered, chosen.zone);
  return true;
}
