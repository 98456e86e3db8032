import assert from 'node:assert/strict';
import { commands, EventEmitter, env, type ThemeIcon, TreeItemCollapsibleState } from 'vscode';
import { EventsModel, type EventsSource } from '../../client/src/events/model';
import { type EventNode, type GroupNode, idOf, pathOf, type TreeNode } from '../../client/src/events/nodes';
import { treeItem } from '../../client/src/events/treeItems';
import { questionOfPlace } from '../../client/src/questions/narrow';
import type { EventGroup, EventItem, InspectedPlace } from '../../server/src/wire/protocol';
import { closeAll, event, log, open } from './logs';

const group: EventGroup = {
  by: 'action',
  key: 'workmail/ListUsers',
  label: 'ListUsers',
  service: 'workmail',
  count: 2,
  failed: 0,
  malformed: 0,
  first: '2026-03-01T08:00:00Z',
  last: '2026-03-01T08:00:00Z',
  weight: 'low',
  question: 'service:workmail action:ListUsers',
};
const actor: EventGroup = { ...group, by: 'actor', key: 'Admin/jane', label: 'jane (Admin)', service: undefined };
const outer: GroupNode = {
  kind: 'group',
  group: actor,
  parents: [],
  by: ['actor', 'action'],
  where: undefined,
  isOpen: false,
};
const inner: GroupNode = { ...outer, group, parents: [outer] };
const item: EventItem = {
  uri: 'file:///log.json',
  index: 3,
  range: null,
  eventID: '00000000-0000-4000-8000-000000000002',
  eventName: 'ListUsers',
  otherSource: '',
  eventTime: '2026-03-01T08:00:00Z',
  actor: 'jane',
  role: 'Admin',
  target: '',
  outcome: 'succeeded',
  errorCode: undefined,
  malformed: null,
  weight: 'low',
  copies: [],
};
const place: InspectedPlace = {
  uri: 'file:///a%20b/AWSLogs',
  isFolder: true,
  state: 'complete',
  found: 1,
  read: 1,
  partly: 0,
  skipped: 0,
  records: 1,
  workmail: 1,
  reasons: [],
};

function iconOf(node: TreeNode): string {
  return (treeItem(node).iconPath as ThemeIcon).id;
}

describe('groups in the tree', () => {
  it('are told apart by the way that leads to them', () => {
    assert.deepEqual(pathOf(inner), ['Admin/jane', 'workmail/ListUsers']);
    const other: GroupNode = { ...inner, parents: [{ ...outer, group: { ...actor, key: 'bob' } }] };
    assert.equal(new Set([outer, inner, other, { ...inner, where: 'is:write' }].map(idOf)).size, 4);
  });

  it('say what can be done with them', () => {
    const event: EventNode = { kind: 'event', parent: inner, item, note: undefined };
    const compressed = { ...item, uri: 'file:///log.json.gz', copies: [{ uri: 'file:///b.json', index: 0 }] };
    const file: GroupNode = { ...outer, by: ['file'], group: { ...actor, by: 'file', key: 'file:///log.json.gz' } };
    const contexts = [
      outer,
      inner,
      file,
      event,
      { ...event, item: compressed },
      { kind: 'place', place, name: '' } as const,
      { kind: 'place', place: { ...place, isFolder: false, uri: 'file:///large.json' }, name: '' } as const,
    ].map((node) => treeItem(node).contextValue);
    assert.deepEqual(contexts, [
      'group actor',
      'group action events',
      'group file events',
      'event original',
      'event copies',
      'place folder complete',
      'place file original complete',
    ]);
  });

  it('carry the weight of what nobody may overlook in their sign and in words', () => {
    const heavy = (weight: EventGroup['weight'], failed = 0): GroupNode => ({
      ...inner,
      group: { ...group, weight, failed },
    });
    assert.deepEqual(
      [heavy('critical', 1), heavy('high'), heavy('medium'), heavy('low', 1), heavy(undefined)].map(iconOf),
      ['flame', 'zap', 'mail', 'error', 'mail'],
    );
    const { description, accessibilityInformation } = treeItem(heavy('critical'));
    assert.match(String(description), /^2 · critical · /);
    assert.match(accessibilityInformation?.label ?? '', /Weight for an investigation: critical\.$/);
  });

  it('leave their events the rest to say', () => {
    const { label, description } = treeItem({
      kind: 'event',
      parent: inner,
      item: { ...item, target: 'bob' },
      note: undefined,
    });
    assert.deepEqual([label, description], ['08:00:00  bob', 'succeeded']);
  });

  it('tell what somebody has written about an event, without its icons', () => {
    const { description, accessibilityInformation } = treeItem({
      kind: 'event',
      parent: inner,
      item,
      note: 'ask $(mail) Jane',
    });
    assert.equal(description, 'note: ask \\$(mail) Jane · succeeded');
    assert.match(accessibilityInformation?.label ?? '', / Note: ask \\\$\(mail\) Jane$/);
  });

  it('are opened by who looks, or at once where a question has few events', () => {
    assert.equal(treeItem(outer).collapsibleState, TreeItemCollapsibleState.Collapsed);
    assert.equal(treeItem({ ...outer, isOpen: true }).collapsibleState, TreeItemCollapsibleState.Expanded);
  });
});

describe('what the tree is grouped by', () => {
  it('is part of every question, and begins each group anew', async () => {
    const asked: unknown[] = [];
    const source: EventsSource = {
      isStarted: true,
      onDidChangeLogs: new EventEmitter<void>().event,
      ask: async (_, params) => {
        asked.push(params);
        return undefined;
      },
    };
    const model = new EventsModel(source, { services: 'all', by: ['action'], where: undefined });
    model.showMore([]);
    model.group(['actor', 'day']);
    await model.groups();
    await model.page(['jane']);
    assert.deepEqual(asked, [
      { services: 'all', by: ['actor', 'day'], limit: 1000 },
      { path: ['jane'], services: 'all', by: ['actor', 'day'], offset: 0, limit: 1000 },
    ]);
    model.dispose();
  });

  it('is set by a command with fields', async () => {
    await open(log(event()));
    await commands.executeCommand('workmailTrail.groupEvents', ['actor', 'day']);
    await commands.executeCommand('workmailTrail.groupEvents', ['action']);
    await closeAll();
  });
});

describe('an event in the tree', () => {
  afterEach(closeAll);

  it('is copied as what it is pasted into', async () => {
    const document = await open(log(event({ eventName: 'ListUsers' })));
    const node = { kind: 'event', parent: inner, item: { ...item, uri: document.uri.toString(), index: 0 } };
    await commands.executeCommand('workmailTrail.copyEventId', node);
    assert.equal(await env.clipboard.readText(), '00000000-0000-4000-8000-000000000002');
    await commands.executeCommand('workmailTrail.copyAsJson', node);
    assert.deepEqual(JSON.parse(await env.clipboard.readText()), event({ eventName: 'ListUsers' }));
    await commands.executeCommand('workmailTrail.copyAsCsv', node);
    assert.match(await env.clipboard.readText(), /^"2026-03-01T08:00:00Z","workmail","ListUsers","alice",/);
  });
});

describe('the question of a place', () => {
  it('asks for a file, or for all files of a folder', () => {
    assert.equal(questionOfPlace(place), 'file:"file:///a%20b/AWSLogs/"*');
    assert.equal(questionOfPlace({ ...place, isFolder: false }), 'file:"file:///a%20b/AWSLogs"');
  });
});
