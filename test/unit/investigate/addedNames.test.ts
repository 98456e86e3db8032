import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import {
  addedNamesOf,
  entitiesOf,
  type JsonObject,
  type NameList,
  readNames,
  targetName,
} from '../../../server/src/core';
import { nameWords } from '../../../server/src/core/follow/nameWords';
import { entityOf, identify, identifyText, nameIn } from '../../../server/src/core/investigate/entities';
import { organizationId, placed, recordOf, userId } from './given';

function list(label: string, ...users: readonly JsonObject[]): NameList {
  return { label, ids: readNames(JSON.stringify({ Users: users })).ids };
}

const jane = { Id: userId(1), Email: 'jane@example.com', Name: 'jane', DisplayName: 'Jane Doe' };
const other = 'm-fedcba9876543210fedcba9876543210';
const created = recordOf('CreateUser', {
  requestParameters: { organizationId, name: 'janet', displayName: 'Janet' },
  responseElements: { userId: userId(1) },
});
const facts = { organizationId, learned: [] };

/** What a hover says that this is called. */
function told(text: string, events: readonly JsonObject[], ...lists: readonly NameList[]): string {
  const entities = entitiesOf(placed(events), addedNamesOf(lists));
  const met = {
    count: 2,
    failed: 0,
    isAlone: false,
    first: undefined,
    last: undefined,
    maker: undefined,
    wouldMake: [],
    before: undefined,
    after: undefined,
  };
  const words = nameWords({ kind: 'thing', text, organizationId, session: undefined }, met, entities, undefined);
  return words.split('  \n').slice(0, -1).join('\n');
}

suite('added names', () => {
  test('name an id that no log names, and are told as what they are', () => {
    const added = addedNamesOf([list('users.json', jane)]);
    const entities = entitiesOf([], added);
    assert.equal(nameIn(entityOf(entities, organizationId, userId(1))), 'jane');
    assert.equal(
      targetName(entities, facts, { id: userId(1), entity: 'user', named: false, parameter: 'userId' }),
      'jane (11111111-…)',
    );
    assert.equal(
      told(userId(1), [], list('users.json', jane)),
      'Called **jane**, also `jane@example.com`, Jane Doe in the names you added (`users.json`), as they were when that list was taken.',
    );
    assert.match(
      told('jane@example.com', [], list('users.json', jane)),
      /^Stands for 11111111-2222-4333-8444-000000000001\. Called \*\*jane\*\*, also Jane Doe in the names you added/,
    );
  });

  test('come behind those that the logs teach', () => {
    const entities = entitiesOf(placed([created]), addedNamesOf([list('users.json', jane)]));
    assert.deepEqual(entityOf(entities, organizationId, userId(1))?.names, ['janet', 'jane']);
    assert.equal(
      told(userId(1), [created], list('users.json', jane)),
      'Called **janet** in these logs. Also called **jane**, also `jane@example.com`, Jane Doe in the names you added (`users.json`), as they were when that list was taken.',
    );
    assert.equal(
      told(userId(1), [created], list('a.json', { Id: userId(1), Name: 'janet' })),
      'Called **janet** in these logs.',
    );
  });

  test('make one of an id, its name and its address, as lessons of logs do', () => {
    const entities = entitiesOf([], addedNamesOf([list('users.json', jane)]));
    const ids = ['jane', 'jane@example.com', userId(1), 'Jane Doe', 'nobody'].map((text) =>
      identifyText(entities, organizationId, text),
    );
    assert.deepEqual(ids, [userId(1), userId(1), userId(1), 'Jane Doe', 'nobody']);
    assert.equal(
      identify(entities, facts, { id: 'jane', entity: 'user', named: false, parameter: 'userId' }),
      userId(1),
    );
  });

  test('are of the organization that the logs know their ids in', () => {
    const entities = entitiesOf(
      placed([created]),
      addedNamesOf([list('users.json', jane, { Id: userId(2), Name: 'bob' })]),
    );
    assert.equal(identifyText(entities, organizationId, 'bob'), userId(2));
    assert.equal(identifyText(entities, other, 'bob'), 'bob');
    assert.equal(entityOf(entities, other, userId(2)), undefined);
  });

  test('prove nothing where one stands for several ids, unless all but one are deleted', () => {
    const twice = addedNamesOf([list('users.json', jane, { Id: userId(2), Name: 'jane' })]);
    assert.deepEqual([twice.idByName.get('jane'), twice.unsure.names], [undefined, ['jane']]);
    const gone = addedNamesOf([list('users.json', { Id: userId(2), Name: 'jane', State: 'DELETED' }, jane)]);
    assert.deepEqual([gone.idByName.get('jane'), gone.unsure.names], [userId(1), []]);
  });

  test('of the list added last go first, and that two lists differ is known', () => {
    const lists = [list('old.json', jane), list('new.json', { ...jane, Name: 'jane.smith' })];
    const { byId, unsure } = addedNamesOf(lists);
    assert.deepEqual([byId.get(userId(1))?.names, unsure.ids], [['jane.smith', 'jane'], [userId(1)]]);
    assert.match(
      told(userId(1), [], ...lists),
      /\(`old\.json`, `new\.json`\), as they were when those lists were taken\.$/,
    );
  });

  test('do not settle what the logs have left open', () => {
    const again = { ...created, responseElements: { userId: userId(2) }, eventID: 'another' };
    const entities = entitiesOf(
      placed([created, again]),
      addedNamesOf([list('users.json', { Id: userId(1), Name: 'janet' })]),
    );
    assert.equal(identifyText(entities, organizationId, 'janet'), 'janet');
  });

  test('are text and nothing else', () => {
    const hostile = { Id: userId(1), Name: '[x](command:y) <b>\n# z', Email: '__proto__' };
    assert.equal(
      told(userId(1), [], list('![a](b).json', hostile)),
      'Called **\\[x\\](command:y) &lt;b&gt;\\\\n\\# z**, also \\_\\_proto\\_\\_ in the names you added (`![a](b).json`), as they were when that list was taken.',
    );
  });

  test('may be a million', () => {
    const users = Array.from({ length: 1_000_000 }, (_, at) => ({ Id: `id-${at}`, Name: `name-${at}` }));
    const { byId, idByName } = addedNamesOf([
      { label: 'users.json', ids: readNames(JSON.stringify({ Users: users })).ids },
    ]);
    assert.deepEqual([byId.size, idByName.get('name-999999')], [1_000_000, 'id-999999']);
  });
});
