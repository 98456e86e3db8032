import { commands, type Disposable, type QuickPickItem, Uri, window } from 'vscode';
import { type EventItem, labelText } from '../../../server/src/wire/protocol';
import { nameOf } from '../summary/summarize';
import type { EventNode } from './nodes';
import type { RevealEvent } from './revealEvent';

interface Choice extends QuickPickItem {
  readonly copy: EventItem['copies'][number];
}

/** Shows another of the places where the same event was delivered. */
export function registerOtherCopy(revealEvent: RevealEvent): Disposable {
  return commands.registerCommand('workmailTrail.showOtherCopy', async ({ item: { copies } }: EventNode) => {
    const choices = copies.map((copy): Choice => ({ ...words(copy), copy }));
    const [only] = choices;
    const choice =
      choices.length === 1
        ? only
        : await window.showQuickPick(choices, { title: 'Show Other Copy', placeHolder: 'Where?' });
    if (choice !== undefined) {
      await revealEvent({ ...choice.copy, range: null });
    }
  });
}

function words({ uri, index }: EventItem['copies'][number]): QuickPickItem {
  return { label: labelText(nameOf(Uri.parse(uri, true)), 500), description: `record ${index + 1}` };
}
