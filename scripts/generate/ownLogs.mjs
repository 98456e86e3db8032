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
export function ownLogMistakes({ ownLogs }) {
  const known = new Set(ownLogs.get('common').fields.map(({ name }) => name));
  const found = [];
  for (const [id, log] of ownLogs) {
    if (id === 'common') continue;
    if (!ORDER.includes(id)) found.push(`schemas/own-logs/${id}.json has no number in scripts/generate/ownLogs.mjs.`);
    for (const name of log.shared.filter((each) => !known.has(each)))
      found.push(`schemas/own-logs/${id}.json shares ${name}, which common.json does not have.`);
  }
  return found;
}

/** `ownLogSigns.ts`: what is needed to read the logs, without the words. */
export function ownLogSignsText(schemas) {
  const logs = logsOf(schemas).map(({ fields, description: _description, silent: _silent, ...log }) => ({
    ...log,
    fields: fields.map(({ description: _words, grade: _grade, values, ...field }) => ({
      ...field,
      ...(values && { values: values.map(({ value, weight, access }) => ({ value, weight, access })) }),
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
  return `
/** schemas/own-logs */
export const ownLogWords: () => readonly import('../core/read/own/ownLog').OwnLogWords[] = once(() => ${parsed(logsOf(schemas))});
`;
}

function logsOf({ ownLogs }) {
  const common = new Map(ownLogs.get('common').fields.map((field) => [field.name, field]));
  return ORDER.map((id) => {
    const { $schema: _schema, shared, fields, ...log } = ownLogs.get(id);
    return { id, ...log, fields: [...shared.map((name) => common.get(name)), ...fields] };
  });
}
