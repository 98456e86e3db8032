import assert from 'node:assert/strict';
import { CancellationTokenSource, commands, EventEmitter } from 'vscode';
import { EventsModel, type EventsSource, type ShownEvents } from '../../client/src/events/model';
import { closeAll, event, log, open } from './logs';

/** Answers nothing and remembers what it was asked. */
function silent(): EventsSource & { readonly asked: unknown[] } {
  const asked: unknown[] = [];
  return {
    asked,
    isStarted: true,
    onDidChangeLogs: new EventEmitter<void>().event,
    ask: async (_, params) => {
      asked.push(params);
      return undefined;
    },
  };
}

const everything: ShownEvents = { services: 'workmail', by: ['action'], where: undefined };

describe('a filter', () => {
  it('is part of every question about what is shown until it is cleared', async () => {
    const source = silent();
    const model = new EventsModel(source, everything);
    let changes = 0;
    model.onDidChange(() => {
      changes += 1;
    });
    model.filter(' is:write ');
    model.filter('is:write');
    await model.groups();
    await model.page(['workmail/CreateUser']);
    model.filter('');
    await model.groups();
    assert.deepEqual(source.asked, [
      { services: 'workmail', where: 'is:write', limit: 1000 },
      { path: ['workmail/CreateUser'], services: 'workmail', where: 'is:write', offset: 0, limit: 1000 },
      { services: 'workmail', limit: 1000 },
    ]);
    assert.deepEqual([model.where, changes], [undefined, 2]);
    model.dispose();
  });

  it('begins each group anew', async () => {
    const source = silent();
    const model = new EventsModel(source, { ...everything, services: 'all' });
    model.showMore(['iam.amazonaws.com']);
    model.filter('is:write');
    await model.page(['iam.amazonaws.com']);
    assert.deepEqual(source.asked, [
      { path: ['iam.amazonaws.com'], services: 'all', where: 'is:write', offset: 0, limit: 1000 },
    ]);
    model.dispose();
  });

  it('is counted before it is asked', async () => {
    const source = silent();
    const model = new EventsModel(source, { ...everything, services: 'all' });
    const { token } = new CancellationTokenSource();
    assert.equal(await model.answered('is:write', token), undefined);
    assert.deepEqual([source.asked, model.where], [[{ services: 'all', where: 'is:write', limit: 0 }], undefined]);
    model.dispose();
  });

  it('of another day is one until somebody asks', async () => {
    const source = silent();
    const model = new EventsModel(source, { ...everything, where: 'is:write' });
    await model.groups();
    assert.deepEqual(source.asked, [{ services: 'workmail', where: 'is:write', limit: 1000 }]);
    assert.equal(model.isOfAnotherDay, true);
    model.filter('is:write');
    assert.deepEqual([model.where, model.isOfAnotherDay], ['is:write', false]);
    model.dispose();
  });

  it('is set by a command with a question, and cleared by another', async () => {
    await open(log(event(), event({ eventName: 'ListUsers', readOnly: true })));
    await commands.executeCommand('workmailTrail.filterEvents', 'action:ListUsers');
    await commands.executeCommand('workmailTrail.clearFilter');
    await closeAll();
  });
});
