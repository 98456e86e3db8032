import { commands, type Disposable, type QuickPickItem, Uri, window } from 'vscode';
import { type EventItem, labelText } from '../../../server/src/wire/protocol';
import { namesOf } from '../summary/summarize';
import type { EventNode } from './nodes';
import type { RevealEvent } from './revealEvent';

interface Choice extends QuickPickItem {
  readonly copy: EventItem['copies'][number];
}

/** Shows another of the places where the same event was delivered. */
export function registerOtherCopy(revealEvent: RevealEvent): Disposable {
  return commands.registerCommand('workmailTrail.showOtherCopy', async ({ item: { copies } }: EventNode) => {
    const names = namesOf(copies.map(({ uri }) => Uri.parse(uri, true)));
    const choices = copies.map((copy, at): Choice => {
      const label = labelText(names[at] ?? '', 500);
      const seen = copy.endpoint === undefined ? '' : ', as a VPC endpoint saw the call';
      return { label, description: `record ${copy.index + 1}${seen}`, copy };
    });
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
