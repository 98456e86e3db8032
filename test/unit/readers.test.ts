import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { suite, test } from 'node:test';
import { ask, groundsOf, type JsonObject, replay, stateData, toAskBeside } from '../../server/src/core';
import { evidenceOf } from '../support/evidenceOf';
import { projectRoot } from '../support/projectRoot';

const file = (...parts: readonly string[]): string => readFileSync(path.join(projectRoot(), ...parts), 'utf8');
const truth = JSON.parse(file('test', 'fixtures', 'readers', 'truth.json'));
const evidence = evidenceOf({ 'cloudtrail.json': file('samples', 'readers', 'cloudtrail.json') });
const grounds = groundsOf(evidence);

/** The records of a file of samples/readers. */
const lines = (name: string): readonly JsonObject[] =>
  file('samples', 'readers', name)
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line));

suite('the story of the readers', () => {
  test('its logs hold as much as its table says, each record that was delivered twice counted', () => {
    const counts = Object.entries<{ records: number; copies: number }>(truth.files)
      .filter(([name]) => name.endsWith('.jsonl'))
      .map(([name, { records, copies }]) => {
        const texts = lines(name).map((record) => JSON.stringify(record));
        return [texts.length === records + copies, new Set(texts).size === records];
      });
    assert.deepEqual(counts, [
      [true, true],
      [true, true],
      [true, true],
      [true, true],
      [true, true],
    ]);
  });

  test('whose mail was read over the role, how many messages and attachments, is what its records say', () => {
    const access = new Map(lines('mailbox-access.jsonl').map((record) => [JSON.stringify(record), record]));
    const through = Array.from(access.values()).filter(
      ({ impersonator_id, action_allowed }) =>
        impersonator_id === truth.joins.impersonationRoleId && action_allowed === true,
    );
    const told = truth.reads.filter(({ who }: { who: string }) => who.startsWith('impersonation role'));
    const counted = Array.from(new Set(through.map(({ owner_id }) => owner_id))).map((owner) => {
      const own = through.filter(({ owner_id }) => owner_id === owner);
      return [
        own.filter(({ action }) => action === 'read').length,
        own.filter(({ action }) => action === 'read_attachment').length,
      ];
    });
    assert.deepEqual(
      counted,
      told.map(({ messages, attachments }: { messages: number; attachments: number }) => [messages, attachments]),
    );
  });

  test('one chain leads from the role over its taking to whose mail was read by it, each link with its strength', () => {
    const names = [...Object.keys(truth.files), 'lambda-mail-flow-event.json'];
    const all = groundsOf(
      evidenceOf(Object.fromEntries(names.map((name) => [name, file('samples', 'readers', name)]))),
    );
    const told = ask('attack-order', all).findings.flatMap(({ kind, links = [] }) =>
      kind === 'access' ? links.map(({ step, strength, acts }) => [step, strength, acts.length]) : [],
    );
    const [one, whole] = truth.reads.filter(({ who }: { who: string }) => who.startsWith('impersonation role'));
    const records = ({ messages, attachments }: { messages: number; attachments: number }): number =>
      messages + attachments + 1;
    assert.deepEqual(told, [
      ['grant', undefined, 1],
      ['assume', 'certain', 3],
      ['read', 'likely', records(one)],
      ['read', 'likely', truth.refused.tries],
      ['read', 'likely', records(whole)],
      ['read', 'by-time', truth.afterThinning.reads],
      ['forwarded', undefined, 0],
    ]);
  });

  test('CloudTrail tells from when to when the log of mailbox access can be counted on', () => {
    const [found] = ask('log-complete', grounds).findings.filter(({ kind }) => kind === 'own-log');
    const text = (time: string): string => `since ${time.slice(0, 19).replace('T', ' ')} UTC`;
    const { on, since, off } = truth.mailboxAccessLog;
    assert.deepEqual(
      [on, since, off].map((time) => found?.summary.includes(text(time))),
      [true, true, true],
    );
  });

  test('four of its deliveries are on at the end, and the key that stopped the fifth is told', () => {
    const end = evidence.reach.to ?? 0;
    const state = JSON.parse(JSON.stringify(stateData(end, replay(evidence).at(end))));
    const off = ask('guards-off', grounds).findings.filter(({ kind }) => kind === 'own-log');
    assert.deepEqual(
      [state.logDeliveries.length, state.deliverySources.length, off.map(({ actor }) => actor)],
      [4, 4, [truth.joins.accessKey]],
    );
  });

  test('what is on need not be switched on, and what is off is, with the ARN of the organization', () => {
    const told = (['mail-read', 'way-in'] as const).flatMap((id) =>
      toAskBeside(id, grounds).map(({ logType, commands }) => [logType, commands[0] ?? '']),
    );
    assert.deepEqual(told, [
      [
        'WORKMAIL_MAILBOX_ACCESS_LOGS',
        `aws logs put-delivery-source --name workmail-mailbox-access --resource-arn ${truth.organizationArn} --log-type WORKMAIL_MAILBOX_ACCESS_LOGS`,
      ],
      ['AUTHENTICATION_LOGS', ''],
      ['ACCESS_CONTROL_LOGS', ''],
      ['AUTHENTICATION_LOGS', ''],
      ['ACCESS_CONTROL_LOGS', ''],
    ]);
  });
});
