import assert from 'node:assert/strict';
import { EventEmitter, type LanguageStatusItem, LanguageStatusSeverity } from 'vscode';
import { FormItem } from '../../client/src/logs/formItem';
import { formWords } from '../../client/src/logs/formWords';
import { LogDocuments } from '../../client/src/logs/logDocuments';
import type { LogForm } from '../../server/src/wire/protocol';
import { closeAll, event, log, open } from './logs';
import { until } from './waiting';

const plain: LogForm = {
  uri: 'file:///log.json',
  container: 'records',
  form: 'CloudTrail log file',
  eventVersion: '1.08',
  status: 'CloudTrail log file, 1,314 records: 12 of WorkMail, 1,302 of other services.',
  workmail: 12,
  malformed: 0,
  other: 1302,
  records: 1314,
  ofWorkMail: 12,
  notes: [],
};

describe('what the language status says of a log', () => {
  it('is the version of the format, and how many of its events are of WorkMail', () => {
    const textOf = (records: number, ofWorkMail: number, malformed = 0): string =>
      formWords({ ...plain, records, ofWorkMail, malformed }).text;
    assert.equal(textOf(1314, 12), 'CloudTrail 1.08 · 1,314 events · 12 WorkMail');
    assert.equal(textOf(1314, 12, 2), 'CloudTrail 1.08 · 1,314 events · 12 WorkMail · 2 malformed');
    assert.equal(textOf(1, 1), 'CloudTrail 1.08 · 1 event · 1 WorkMail');
    assert.equal(textOf(5, 0), 'CloudTrail 1.08 · 5 events · no WorkMail');
    assert.equal(textOf(0, 0), 'CloudTrail 1.08 · no events');
    const { eventVersion: _, ...table } = plain;
    assert.equal(formWords(table).text, 'CloudTrail · 1,314 events · 12 WorkMail');
    assert.equal(formWords(plain).detail, 'CloudTrail log file');
  });

  it('is what lies over it, and with a warning what was not read', () => {
    const layer = { message: 'Line numbers stand before the lines.', isLoss: false };
    const loss = { message: 'The log ends here.', isLoss: true };
    const { text, detail, notes, isWarning, spoken } = formWords({ ...plain, notes: [layer] });
    assert.deepEqual(
      { text, detail, notes, isWarning, spoken },
      {
        text: 'CloudTrail 1.08 · 1,314 events · 12 WorkMail',
        detail: 'CloudTrail log file',
        notes: layer.message,
        isWarning: false,
        spoken: `${plain.status} ${layer.message}`,
      },
    );
    const cut = formWords({ ...plain, malformed: 1, notes: [layer, loss] });
    assert.equal(cut.text, 'CloudTrail 1.08 · 1,314 events · 12 WorkMail · 1 malformed');
    assert.equal(cut.notes, `${loss.message} ${layer.message}`);
    assert.equal(cut.isWarning, true);
  });

  it('is never a link or a command, whatever a log writes', () => {
    const form = 'CloudTrail events under [a](command:workbench.action.quit)';
    const { detail, notes } = formWords({ ...plain, form, notes: [{ message: form, isLoss: false }] });
    assert.ok(detail.endsWith('under [a]\\(command:workbench.action.quit)'));
    assert.ok(notes?.endsWith('under [a]\\(command:workbench.action.quit)'));
  });
});

describe('the language status of the log in front', () => {
  const changed = new EventEmitter<void>();
  let answer: LogForm | null;
  let asked: string[];
  let logs: LogDocuments;
  let shown: FormItem;
  let item: LanguageStatusItem | undefined;

  beforeEach(async () => {
    await closeAll();
    answer = plain;
    asked = [];
    item = undefined;
    logs = new LogDocuments();
    logs.start();
    const server = {
      onDidChangeLogs: changed.event,
      ask: async <P, R>(_question: unknown, params: P): Promise<R | undefined> => {
        asked.push(JSON.stringify(params));
        return answer as R;
      },
    };
    shown = new FormItem(server, logs, { has: () => false, onDidChange: new EventEmitter<void>().event });
    shown.onDidTell((told) => {
      item = told;
    });
  });
  afterEach(async () => {
    shown.dispose();
    logs.dispose();
    await closeAll();
  });

  it('follows the text and the editor in front', async () => {
    const first = await open(log(event()));
    const told = await until(() => item, shown.onDidTell);
    assert.equal(told.text, 'CloudTrail 1.08 · 1,314 events · 12 WorkMail');
    assert.equal(told.busy, false);
    assert.equal(told.severity, LanguageStatusSeverity.Information);
    assert.equal(told.command?.command, 'workmailTrail.summarize');
    assert.deepEqual(told.selector, { scheme: 'untitled', pattern: first.uri.fsPath });

    answer = { ...plain, ofWorkMail: 0, notes: [{ message: 'Cut off.', isLoss: true }] };
    changed.fire();
    await until(() => (told.severity === LanguageStatusSeverity.Warning ? true : undefined), shown.onDidTell);
    assert.equal(told.command?.command, 'workbench.actions.view.problems');

    await open('{ "no": "log" }');
    await until(() => (item === undefined ? true : undefined), shown.onDidTell);
    await open(log(event(), event()));
    const other = await until(() => item, shown.onDidTell);
    assert.notEqual(patternOf(other), first.uri.fsPath);
  });

  it('is gone while the text is no log, and there again afterwards', async () => {
    await open(log(event()));
    await until(() => item, shown.onDidTell);
    answer = null;
    changed.fire();
    await until(() => (item === undefined ? true : undefined), shown.onDidTell);
    answer = plain;
    changed.fire();
    assert.equal((await until(() => item, shown.onDidTell)).text, formWords(plain).text);
  });

  it('is asked for of no other file', async () => {
    await open('{ "no": "log" }');
    changed.fire();
    assert.deepEqual(asked, []);
  });
});

function patternOf({ selector }: LanguageStatusItem): unknown {
  return typeof selector === 'object' && 'pattern' in selector ? selector.pattern : undefined;
}
