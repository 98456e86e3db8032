import assert from 'node:assert/strict';
import path from 'node:path';
import { test } from 'node:test';
import { projectRoot } from '../../support/projectRoot';
import { recordOf } from '../investigate/given';
import { ran, withFiles } from './terminal';

const ORGANIZATION = 'm-0123456789abcdef0123456789abcdef';
const ADA = '11111111-2222-4333-8444-000000000001';
const BO = '11111111-2222-4333-8444-000000000002';

const call = (day: number, eventName: string, asked: object, answered: object | null = null) =>
  recordOf(eventName, {
    eventTime: `2026-03-0${day}T08:00:00Z`,
    eventID: `e${day}`,
    requestID: `r${day}`,
    requestParameters: { organizationId: ORGANIZATION, ...asked },
    responseElements: answered && { ...answered },
  });

const log = JSON.stringify({
  Records: [
    call(3, 'PutMailboxPermissions', { entityId: 'ada', granteeId: BO, permissionValues: ['SEND_AS', 'FULL_ACCESS'] }),
    call(1, 'CreateUser', { name: 'ada', displayName: 'Ada \u001b[31m' }, { userId: ADA }),
    call(2, 'CreateAlias', { entityId: ADA, alias: 'a@x.example' }),
  ],
});

const user = {
  organizationId: ORGANIZATION,
  userId: ADA,
  name: 'ada',
  displayName: 'Ada \u001b[31m',
  email: null,
  enabled: false,
  since: '2026-03-01T08:00:00Z',
  eventID: 'e1',
};
const alias = {
  organizationId: ORGANIZATION,
  entity: ADA,
  alias: 'a@x.example',
  since: '2026-03-02T08:00:00Z',
  eventID: 'e2',
};
const permission = {
  organizationId: ORGANIZATION,
  mailbox: ADA,
  grantee: BO,
  permissions: ['FULL_ACCESS', 'SEND_AS'],
  since: '2026-03-03T08:00:00Z',
  eventID: 'e3',
};

/** What `state` prints as JSON, without tables that hold nothing; of what is not known only how many sentences there are. */
async function told(...args: readonly string[]): Promise<unknown> {
  return withFiles({ 'log.json': log }, async (pathOf) => {
    const { code, stdout, stderr } = await ran(['state', '--json', ...args, pathOf('log.json')]);
    return [code, stderr, filled(JSON.parse(stdout))];
  });
}

function filled(value: object): object {
  const shown = Object.entries(value).flatMap(([name, each]) => {
    if (name === 'notKnown') return [[name, each.length]];
    if (Array.isArray(each)) return each.length === 0 ? [] : [[name, each]];
    return [[name, typeof each === 'object' && each !== null ? filled(each) : each]];
  });
  return Object.fromEntries(shown);
}

test('state --json prints one object of how things were at the end of the log, of a day or at a time', async () => {
  const all = { mailboxPermissions: [permission], users: [user], aliases: [alias], notKnown: 1 };
  assert.deepEqual(
    [await told(), await told('--at', '2026-03-02'), await told('--at', '2026-03-02T07:59:59Z')],
    [
      [0, '', { at: '2026-03-03T08:00:00Z', ...all }],
      [0, '', { at: '2026-03-02T23:59:59Z', users: [user], aliases: [alias], notKnown: 1 }],
      [0, '', { at: '2026-03-02T07:59:59Z', users: [user], notKnown: 1 }],
    ],
  );
});

test('state --diff tells what is different, the earlier moment first whichever is given how', async () => {
  const difference = {
    from: '2026-03-01T23:59:59Z',
    to: '2026-03-03T23:59:59Z',
    added: { mailboxPermissions: [permission], aliases: [alias] },
    removed: {},
    changed: {},
    notKnown: 2,
  };
  assert.deepEqual(
    [
      await told('--at', '2026-03-01', '--diff', '2026-03-03'),
      await told('--at', '2026-03-03', '--diff', '2026-03-01'),
    ],
    [
      [0, '', difference],
      [0, '', difference],
    ],
  );
});

test('state --entity tells only what names it, by id, name or address', async () => {
  const about = { at: '2026-03-03T08:00:00Z', mailboxPermissions: [permission], users: [user], aliases: [alias] };
  assert.deepEqual(
    [await told('--entity', ADA), await told('--entity', 'a@x.example'), await told('--entity', BO)],
    [
      [0, '', { ...about, notKnown: 1 }],
      [0, '', { ...about, notKnown: 1 }],
      [0, '', { at: '2026-03-03T08:00:00Z', mailboxPermissions: [permission], notKnown: 1 }],
    ],
  );
});

test('state tells people who can open whose mailbox first, with names that can do nothing to a terminal', async () => {
  await withFiles({ 'log.json': log }, async (pathOf) => {
    const { stdout } = await ran(['state', '--entity', BO, pathOf('log.json')]);
    const [heading, , chapter, entry, since, , open, unknown = '', , became, when, after] = stdout.split('\n');
    assert.deepEqual(
      [heading, chapter, entry, since, open, unknown.slice(0, 87), became, when, after],
      [
        'How things were at 2026-03-03 08:00:00 UTC, as far as the logs tell',
        'Who can open or write for whose mailbox',
        `  ${BO} in the mailbox of Ada \\u001b[31m (11111111-…): FULL_ACCESS, SEND_AS`,
        '      since 2026-03-03 08:00:00, by alice (PutMailboxPermissions)',
        'Not known',
        `  ${ORGANIZATION}: its first event happened at 2026-03-01T08:00:00Z.`,
        'What became of it',
        '  2026-03-03 08:00:00  PutMailboxPermissions by alice',
        `    + mailbox permissions: ${BO} in the mailbox of Ada \\u001b[31m (11111111-…): FULL_ACCESS, SEND_AS`,
      ],
    );
  });
});

test('state without an event of WorkMail says so', async () => {
  const { stdout } = await ran(['state', '--json', path.join(projectRoot(), 'samples', 'README.md')]);
  assert.deepEqual(filled(JSON.parse(stdout)), { at: null, notKnown: 1 });
});

test('state says what is wrong with how it is called', async () => {
  const wrong = async (...args: readonly string[]) => (await ran(['state', ...args])).stderr;
  assert.deepEqual(
    [
      await wrong(),
      await wrong('--at', 'noon', '-'),
      await wrong('--diff', '2026-13-01', '-'),
      await wrong('--since', '2026-03-01', '-'),
      await wrong('--group', 'action', '-'),
      await wrong('--entity', '', '-'),
      (await ran(['events', '--at', '2026-03-01', '-'])).stderr,
    ],
    [
      'workmail-trail: Which file shall state read? Name at least one, or - for standard input. See workmail-trail --help.\n',
      'workmail-trail: --at takes a day (2026-03-01), which means its end, or a time (2026-03-01T08:00:00Z). See workmail-trail --help.\n',
      'workmail-trail: --diff takes a day (2026-03-01), which means its end, or a time (2026-03-01T08:00:00Z). See workmail-trail --help.\n',
      'workmail-trail: --since does not belong to state, which follows every event. It takes --at. See workmail-trail --help.\n',
      'workmail-trail: --group belongs to events. See workmail-trail --help.\n',
      'workmail-trail: --entity takes an id, a name or an address. See workmail-trail --help.\n',
      'workmail-trail: --at belongs to state. See workmail-trail --help.\n',
    ],
  );
});
