import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import { expectedNames, readNames } from '../../../server/src/core';

const jane = {
  Id: 'S-1-1-11-1-2-3-1001',
  Email: 'jane@example.com',
  Name: 'jane',
  DisplayName: 'Jane Doe',
  State: 'ENABLED',
};
const staff = {
  Id: '99999999-2222-4333-8444-000000000001',
  Email: 'staff@example.com',
  Name: 'staff',
  State: 'ENABLED',
};

const janeRead = {
  id: jane.Id,
  kind: 'user',
  names: ['jane'],
  addresses: ['jane@example.com'],
  shown: ['Jane Doe'],
  organizationId: '',
  isGone: false,
};
const staffRead = {
  id: staff.Id,
  kind: 'group',
  names: ['staff'],
  addresses: ['staff@example.com'],
  shown: [],
  organizationId: '',
  isGone: false,
};

suite('a list of names', () => {
  test('is told by its member, and its entries by theirs', () => {
    assert.deepEqual(readNames(JSON.stringify({ Users: [jane] })), { ids: [janeRead], notes: [] });
    assert.deepEqual(readNames(JSON.stringify({ Groups: [staff] })), { ids: [staffRead], notes: [] });
    assert.deepEqual(readNames(JSON.stringify({ Groups: [{ GroupId: staff.Id, GroupName: 'staff' }] })).ids, [
      { ...staffRead, addresses: [] },
    ]);
  });

  test('is also the answer about one thing, which is told by its id', () => {
    const { Id: UserId, ...rest } = jane;
    assert.deepEqual(readNames(JSON.stringify({ UserId, ...rest })).ids, [janeRead]);
    const organization = { OrganizationId: 'm-1', Alias: 'example', State: 'Active' };
    assert.deepEqual(readNames(JSON.stringify(organization)).ids, [
      {
        id: 'm-1',
        kind: 'organization',
        names: ['example'],
        addresses: [],
        shown: [],
        organizationId: '',
        isGone: false,
      },
    ]);
  });

  test('may stand without its name, after another one, and behind a byte order mark', () => {
    assert.deepEqual(readNames(JSON.stringify([jane])).ids, [{ ...janeRead, kind: 'entity' }]);
    const both = `\ufeff${JSON.stringify({ Users: [jane] }, undefined, 4)}\n${JSON.stringify({ Groups: [staff] })}\n`;
    assert.deepEqual(readNames(both), { ids: [janeRead, staffRead], notes: [] });
  });

  test('is read as far as it is whole where it was cut off, and that is told', () => {
    const whole = JSON.stringify({ Users: [jane, { ...jane, Id: 'S-2' }] }, undefined, 4);
    assert.deepEqual(readNames(whole.slice(0, whole.indexOf('S-2'))), {
      ids: [janeRead],
      notes: ['It is cut off in the midst of its JSON: only the names before that are known. Take the list again.'],
    });
  });

  test('tells what is left out of it', () => {
    const wrong = [
      { Id: 'only an id' },
      { Name: 'only a name' },
      null,
      7,
      { Id: 3, Name: 'x' },
      { Id: 'i', Name: 'x'.repeat(513) },
    ];
    assert.deepEqual(readNames(JSON.stringify({ Users: [jane, ...wrong] })), {
      ids: [janeRead],
      notes: ['6 entries have no id or no name and are left out.'],
    });
    assert.deepEqual(readNames(`${JSON.stringify({ Users: [jane] })}\n{'Users': []}`), {
      ids: [janeRead],
      notes: ['From line 2, character 1 on it is no JSON: only the names before that are known.'],
    });
  });

  test('has names that say nothing to the machine', () => {
    const text = `{"Users":[{"Id":"__proto__","Name":"constructor"}],"__proto__":{"Groups":[{"Id":"a","Name":"b"}]}}`;
    assert.deepEqual(
      readNames(text).ids.map(({ id, names }) => [id, ...names]),
      [['__proto__', 'constructor']],
    );
  });
});

suite('a file that is no list of names is refused with what was found and what is expected', () => {
  const aliases =
    'This is an answer of list-aliases. It holds addresses without the id that they belong to, so it names nothing alone. The first address of each user, group and resource stands in list-users, list-groups and list-resources.';
  const log = JSON.stringify({
    Records: [
      {
        eventVersion: '1.08',
        eventSource: 'workmail.amazonaws.com',
        eventName: 'ListUsers',
        eventTime: '2026-03-01T08:00:00Z',
      },
    ],
  });
  const cases: readonly (readonly [text: string, found: string])[] = [
    ['', 'It is empty.'],
    [JSON.stringify({ Aliases: ['jane@example.com', 'j@example.com'] }), aliases],
    [log, 'It is a CloudTrail log, which is opened and not added.'],
    ['{"Users": [{"Id": "S-1', 'It is cut off in the midst of its JSON, before the first whole entry.'],
    ['ID\tNAME\nS-1\tjane', 'It is no JSON from line 1, character 1 on.'],
    ["[{'Id': 'S-1'}]", 'It is no JSON from line 1, character 1 on.'],
    ['{"Users": []}', 'Its list is empty.'],
    ['{"Users": [{"Id": "S-1"}]}', 'It has 1 entry, of which none has both an id and a name.'],
    ['{"Buckets": [], "Owner": {}, "a b": 1}', 'It is JSON with Buckets, Owner and no list of names.'],
    ['{"[x](command:y)": 1}', 'It is JSON without a list of names.'],
    ['7', 'It is JSON that is neither an object nor a list.'],
    ['['.repeat(100_000), 'It is no JSON from line 1, character 1 on.'],
  ];
  for (const [text, found] of cases) {
    test(JSON.stringify(text.slice(0, 40)), () => {
      assert.deepEqual(readNames(text), { ids: [], notes: [], refused: `${found} ${expectedNames()}` });
    });
  }
});
