import { commands, Disposable, window } from 'vscode';
import { cutLabel, type EventItem, labelText } from '../../../server/src/wire/protocol';
import type { ContextKeys } from '../contextKeys';
import type { EventNode } from '../events/nodes';
import type { RevealEvent } from '../events/revealEvent';
import type { EventNotes } from './eventNotes';

/** Of a row in the list of notes. UTF-16 units. */
const longestRow = 200;

/** The commands that write a note on an event, and lead from a note to its event. */
export function registerNotes(notes: EventNotes, keys: ContextKeys, reveal: RevealEvent): Disposable {
  const keep = () => keys.eventsAreNoted.set(notes.size > 0);
  keep();
  return Disposable.from(
    notes.onDidChange(keep),
    commands.registerCommand('workmailTrail.noteEvent', async ({ item }: EventNode) => {
      const text = await window.showInputBox({
        title: `Note on ${cutLabel(labelText(eventWords(item)), longestRow)}`,
        prompt: 'Kept by VS Code for this workspace, not beside the logs. Leave it empty to take the note away.',
        value: notes.of(item) ?? '',
      });
      if (text !== undefined) {
        await notes.write(item, text);
      }
    }),
    commands.registerCommand('workmailTrail.goToNotedEvent', async () => {
      const rows = notes.all().map((note) => {
        return {
          label: cutLabel(labelText(note.text), longestRow),
          description: cutLabel(labelText(eventWords(note)), longestRow),
          note,
        };
      });
      const title = 'Go to Noted Event';
      const picked = await window.showQuickPick(rows, { title, matchOnDescription: true });
      if (picked !== undefined) {
        const { uri, index } = picked.note;
        await reveal({ uri, index, range: null }, 'follows');
      }
    }),
  );
}

function eventWords({
  eventName,
  eventTime = '',
  actor,
}: Pick<EventItem, 'eventName' | 'eventTime' | 'actor'>): string {
  return [eventTime, eventName, actor].filter((part) => part !== '').join(' · ');
}
