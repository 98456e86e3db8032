import { type Memento, window } from 'vscode';
import { isZone, UTC } from '../../../server/src/wire/protocol';
import { type ZoneRow, zoneRows, zonesFrom } from './zoneRows';

const remembered = 'workmailTrail.timelineZone';

/** On whose clocks the timeline tells hours; UTC before somebody has chosen. */
export function rememberedZone(memento: Memento): string {
  const kept: unknown = memento.get(remembered);
  return typeof kept === 'string' && isZone(kept) ? kept : UTC;
}

/** Lets the user choose. True where another zone was chosen. */
export async function chooseZone(memento: Memento): Promise<boolean> {
  const before = rememberedZone(memento);
  const chosen = await pickedZone(before);
  if (chosen === undefined || chosen === before) return false;
  await memento.update(remembered, chosen);
  return true;
}

/** What fits is found here and not by the list: it would be empty without a word for a name that is none. */
function pickedZone(shown: string): Promise<string | undefined> {
  const own = Intl.DateTimeFormat().resolvedOptions().timeZone;
  const rows = zoneRows({ zones: zonesFrom(own, Intl.supportedValuesOf('timeZone')), own, shown, now: Date.now() });
  const list = window.createQuickPick<ZoneRow>();
  list.title = 'Hours of the Timeline';
  list.placeholder = 'On whose clocks? CloudTrail writes UTC; the offset is named beside every time.';
  list.items = rows('');
  return new Promise((resolve) => {
    list.onDidChangeValue((typed) => {
      list.items = rows(typed);
    });
    list.onDidAccept(() => {
      // Whoever types and presses Enter at once may choose from rows that are being replaced.
      const row = list.selectedItems[0] ?? rows(list.value)[0];
      if (row?.zone === undefined) return;
      resolve(row.zone);
      list.hide();
    });
    list.onDidHide(() => {
      resolve(undefined);
      list.dispose();
    });
    list.show();
  });
}
