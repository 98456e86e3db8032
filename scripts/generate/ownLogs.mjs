/** The generated knowledge of the logs that WorkMail writes beside CloudTrail. */
import { parsed } from './words.mjs';

/** Logs in the order of their numbers, which rows keep: a new one goes to the end. */
const ORDER = [
  'mailbox-access',
  'access-control',
  'authentication',
  'personal-access-token',
  'availability-provider',
  'email-events',
  'mail-flow',
];

/** What `schemas/own-logs` says wrongly that its meta-schema can't tell. */
export function ownLogMistakes(schemas) {
  const { ownLogs } = schemas;
  const known = new Set(ownLogs.get('common').fields.map(({ name }) => name));
  const found = [];
  for (const [id, log] of ownLogs) {
    if (id === 'common') continue;
    if (!ORDER.includes(id)) found.push(`schemas/own-logs/${id}.json has no number in scripts/generate/ownLogs.mjs.`);
    for (const name of log.shared.filter((each) => !known.has(each)))
      found.push(`schemas/own-logs/${id}.json shares ${name}, which common.json does not have.`);
  }
  // What stands below needs every log to be whole.
  return found.length > 0
    ? found
    : [...deliveryMistakes(schemas), ...readMistakes(schemas), ...takingMistakes(schemas)];
}

/** What both files say of logs that are delivered: each type has one file, and each field of it says what it tells. */
function deliveryMistakes(schemas) {
  const delivered = logsOf(schemas).filter(({ family, logType }) => family === 'audit' && logType !== undefined);
  const filed = delivered.map(({ logType }) => logType);
  const types = Object.keys(schemas.logDeliveries.logs);
  const mute = delivered.flatMap(({ fields }) => fields.filter(({ tells }) => tells === undefined));
  return [
    ...types
      .filter((type) => filed.filter((each) => each === type).length !== 1)
      .map(
        (type) => `schemas/own-logs: one file has to have the logType ${type}, as schemas/logDeliveries.json has it.`,
      ),
    ...delivered
      .filter(({ logType }) => !types.includes(logType))
      .map(({ id, logType }) => `schemas/own-logs/${id}.json: schemas/logDeliveries.json has no log ${logType}.`),
    ...Array.from(
      new Set(mute),
      ({ name }) =>
        `schemas/own-logs: the field ${name} has no "tells": say in a few words what nobody knows without it.`,
    ),
  ];
}

/** Acts that read are values of the field that says what was done, and what they read is a value of the field that says of what. */
function readMistakes(schemas) {
  return logsOf(schemas).flatMap(({ id, act, fields }) => {
    const objects = fields.find(({ column }) => column === 'object')?.values?.map(({ value }) => value) ?? [];
    return fields.flatMap(({ name, values = [] }) =>
      values
        .filter(({ reads }) => reads !== undefined)
        .flatMap(({ value, reads }) => [
          ...(name === act.field ? [] : [`schemas/own-logs/${id}.json: ${name} is no act, so ${value} reads nothing.`]),
          ...Object.keys(reads.objects)
            .filter((object) => !objects.includes(object))
            .map((object) => `schemas/own-logs/${id}.json: ${value} reads ${object}, which is no object of this log.`),
        ]),
    );
  });
}

/** Both sides of an act are values of the field that says what was done, and the source side weighs something. */
function takingMistakes(schemas) {
  return logsOf(schemas).flatMap(({ id, act, fields }) =>
    fields.flatMap(({ name, values = [] }) =>
      values
        .filter(({ taking }) => taking !== undefined)
        .flatMap(({ value, weight, taking }) => [
          ...(name === act.field ? [] : [`schemas/own-logs/${id}.json: ${name} is no act, so ${value} takes nothing.`]),
          ...(weight === undefined ? [`schemas/own-logs/${id}.json: ${value} takes something and has no weight.`] : []),
          ...(values.some((each) => each.value === taking.arrives)
            ? []
            : [`schemas/own-logs/${id}.json: ${value} arrives by ${taking.arrives}, which is no act of this log.`]),
        ]),
    ),
  );
}

/** Fields of logs that are delivered, by log type, with what nobody knows without each. */
export function deliveredFields(schemas) {
  return new Map(
    logsOf(schemas).map(({ logType, fields }) => [
      logType,
      Object.fromEntries(fields.map(({ name, tells }) => [name, tells])),
    ]),
  );
}

/** `ownLogSigns.ts`: what is needed to read the logs, without the words. */
export function ownLogSignsText(schemas) {
  const logs = logsOf(schemas).map(({ fields, description: _description, silent: _silent, act, ...log }) => ({
    ...log,
    act: withoutReason(act),
    fields: fields.map(({ description: _words, tells: _tells, grade: _grade, values, ...field }) => ({
      ...field,
      ...(values && {
        values: values.map(({ value, weight, ownWeight, access, reads, taking, isService }) => ({
          value,
          weight,
          ownWeight,
          access,
          reads,
          taking,
          isService,
        })),
      }),
    })),
  }));
  return `import { once } from '../core/once';
import type { OwnLogSigns } from '../core/read/own/ownLog';

/** schemas/own-logs without its words. */
export const ownLogSigns: () => readonly OwnLogSigns[] = /* @__PURE__ */ once(() => ${parsed(logs)});
`;
}

/** A part of `schemas.ts`: the same with the words. */
export function ownLogWordsText(schemas) {
  const logs = logsOf(schemas).map((log) => ({
    ...log,
    fields: log.fields.map(({ tells: _tells, ...field }) => field),
  }));
  return `
/** schemas/own-logs */
export const ownLogWords: () => readonly import('../core/read/own/ownLog').OwnLogWords[] = once(() => ${parsed(logs)});
`;
}

function withoutReason({ reason: _reason, ...act }) {
  return act;
}

function logsOf({ ownLogs }) {
  const common = new Map(ownLogs.get('common').fields.map((field) => [field.name, field]));
  return ORDER.map((id) => {
    const { $schema: _schema, shared, fields, ...log } = ownLogs.get(id);
    return { id, ...log, fields: [...shared.map((name) => common.get(name)), ...fields] };
  });
}
