import assert from 'node:assert/strict';
import type { Memento } from 'vscode';
import { EventNotes } from '../../client/src/notes/eventNotes';
import type { EventItem } from '../../server/src/wire/protocol';

const item: EventItem = {
  uri: 'file:///log.json',
  index: 4,
  range: null,
  eventID: '00000000-0000-4000-8000-000000000002',
  eventName: 'DeleteUser',
  otherSource: '',
  eventTime: '2026-03-01T08:00:00Z',
  actor: 'alice',
  target: '',
  outcome: 'succeeded',
  errorCode: undefined,
  malformed: null,
  weight: 'high',
  copies: [],
};

/** What a workspace keeps. */
function kept(): Memento {
  const values = new Map<string, unknown>();
  return {
    keys: () => Array.from(values.keys()),
    get: <T>(key: string, otherwise?: T) => (values.get(key) as T | undefined) ?? otherwise,
    update: async (key: string, value: unknown) => {
      values.set(key, JSON.parse(JSON.stringify(value)));
    },
  } as Memento;
}

describe('notes on events', () => {
  it('are of the event, wherever it is, and are there in the next window', async () => {
    const memento = kept();
    const notes = new EventNotes(memento);
    await notes.write(item, ' ask Jane ');
    const again = new EventNotes(memento);
    assert.equal(again.of({ ...item, uri: 'file:///other.json', index: 9 }), 'ask Jane');
    const { uri, index, eventName, actor, eventTime = '' } = item;
    assert.deepEqual(again.all(), [{ text: 'ask Jane', uri, index, eventTime, eventName, actor }]);
  });

  it('are of the place where the event has no id', async () => {
    const notes = new EventNotes(kept());
    const nameless = { ...item, eventID: '' };
    await notes.write(nameless, 'x');
    assert.deepEqual([notes.of(nameless), notes.of({ ...nameless, index: 5 })], ['x', undefined]);
  });

  it('are kept in a case with what they are known by, and those of a case do not replace others', async () => {
    const notes = new EventNotes(kept());
    const nameless = { ...item, eventID: '' };
    await notes.write(item, 'x');
    await notes.write(nameless, 'y');
    const saved = notes.kept();
    const other = new EventNotes(kept());
    await other.write(item, 'own');
    const differing = await other.take(saved);
    assert.deepEqual(
      [saved.map(({ eventID, text }) => [eventID, text]), differing, other.of(item), other.of(nameless)],
      [
        [
          [item.eventID, 'x'],
          ['', 'y'],
        ],
        1,
        'own',
        'y',
      ],
    );
  });

  it('are gone when they are empty', async () => {
    const notes = new EventNotes(kept());
    let changes = 0;
    notes.onDidChange(() => changes++);
    await notes.write(item, 'x');
    await notes.write(item, '  ');
    assert.deepEqual([notes.size, notes.of(item), changes], [0, undefined, 2]);
  });
});
