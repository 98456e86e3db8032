import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { type EventsTree, eventsTree } from './eventsTree';
import { type LogWindow, openLogWindow, parsed } from './logWindow';

describe('the tree of events', { timeout: 240_000 }, () => {
  let log: LogWindow;
  let tree: EventsTree;

  before(async () => {
    log = await openLogWindow({ file: 'administration-day.json' });
    tree = eventsTree(log);
  });
  after(() => log?.close());

  it('stands in a container of its own', async () => {
    await tree.open();
    await tree.row('CreateUser');
    await log.screenshot('tree');
    assert.ok(
      (await tree.rows()).some((text) => /^CreateUser\s*5 · high · 1 failed · 08:40 – 09:12Z, 2026-03-11$/.test(text)),
    );
  });

  it('selects exactly the characters of a clicked event', async () => {
    await (await tree.row('CreateUser')).click();
    const event = await tree.row(/succeeded/);
    await event.click();
    const status = log.page.locator('.statusbar-item', { hasText: /selected\)/ });
    await status.waitFor();
    const [, characters = ''] = /\((\d+) selected\)/.exec(await status.innerText()) ?? [];
    await log.screenshot('tree-selected');
    const record = await log.copySelection();
    assert.equal(record.length, Number(characters));
    const { Records: records } = Object(parsed(await log.read('administration-day.json')));
    const wanted: unknown = parsed(record);
    assert.equal(Object(wanted).eventName, 'CreateUser');
    assert.ok(records.some((one: unknown) => JSON.stringify(one) === JSON.stringify(wanted)));
  });

  it('tells of an event that is pointed at', async () => {
    await log.page.mouse.move(0, 0);
    await (await tree.row(/succeeded/)).hover();
    await log.page.locator('.monaco-hover:visible', { hasText: /CreateUser/ }).waitFor();
    await log.screenshot('tree-tooltip');
  });
});

describe('the tree of several open logs', { timeout: 240_000 }, () => {
  let log: LogWindow;

  before(async () => {
    log = await openLogWindow({ file: 'aws-examples/1-CreateUser.json' });
  });
  after(() => log?.close());

  it("shows the events of AWS's three examples", async () => {
    await log.openFile('aws-examples/2-CreateAlias.json');
    await log.openFile('aws-examples/3-GetRawMessageContent.json');
    const tree = eventsTree(log);
    await tree.open();
    for (const action of ['CreateUser', 'CreateAlias', 'GetRawMessageContent']) {
      await tree.row(action);
    }
    await log.problemsAre('Errors: 2');
    // The cursor stands in the last of them.
    await log.page.locator('.part.sidebar .monaco-list-row.selected[aria-level="2"]').waitFor();
    assert.deepEqual(await tree.rows(), [
      'CreateAlias1 · 1 malformed · 18:13Z, 2017-12-12',
      'CreateUser1 · high · 1 malformed · 17:49Z, 2017-12-12',
      'GetRawMessageContent1 · high · 18:13Z, 2017-12-12',
      '18:13:44  WMSDK → 123A4A5A-67B8-90C1-D23E-45FG67H890J1succeeded',
    ]);
    await log.screenshot('tree-examples');
  });
});
