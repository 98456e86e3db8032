/** Explains a field: what it means, what it can hold, since when it exists and whether it must be there. */

import { isOmission } from '../check/markers';
import type { SchemaNode } from '../check/schemaTypes';
import type { EventRecord, JsonPath } from '../record';
import { inlineCode, markdown } from './escape';
import { textAt } from './members';
import { firstSentence, listed, prose } from './prose';
import { isNewerThanKnown } from './values/eventVersion';
import type { Field } from './words';
import { sideWords } from './words';

/** Everything about a field, as Markdown paragraphs. */
export function fieldWords(record: EventRecord, path: JsonPath, field: Field): readonly string[] {
  const { node } = field;
  const type = node === undefined ? '' : ` · ${typeWords(node)}`;
  const meaning = description(field);
  const side = sideWords(record, path);
  return [
    `**${inlineCode(field.name, 256)}**${type}`,
    meaning === undefined ? strangerWords(record, path, field) : prose(meaning),
    ...(side === undefined ? [] : [prose(side)]),
    ...facts(field),
    ...(field.docs === undefined || meaning === undefined ? [] : [`[AWS documentation](${field.docs})`]),
  ];
}

/** A field in one paragraph, for under the explanation of its value. */
export function shortFieldWords(record: EventRecord, path: JsonPath, field: Field): string {
  const meaning = description(field);
  const words = meaning === undefined ? strangerWords(record, path, field) : prose(firstSentence(meaning));
  return `**${inlineCode(field.shortName, 256)}**: ${words}`;
}

/** Entries of a list are often described by the list alone. */
function description({ node, list }: Field): string | undefined {
  return node?.description ?? (node === undefined ? undefined : list?.description);
}

function strangerWords(record: EventRecord, path: JsonPath, { standing, list }: Field): string {
  const name = String(path.at(-1) ?? '');
  if (isOmission(parentOf(record, path))) {
    return 'Part of the note that CloudTrail writes in the place of something too large: why, that, and how many bytes it had.';
  }
  switch (standing) {
    case 'undocumented':
      return "AWS documents no parameters for this action of the console, so WorkMail Trail can't tell what this one means.";
    case 'unknown action':
      return 'WorkMail Trail does not know the action, and so neither what belongs to it.';
    case 'other service':
      return 'Belongs to an action of another service. WorkMail Trail explains the parameters of WorkMail and Message Flow.';
    case 'free':
      if (list?.description !== undefined) return prose(list.description);
      return 'A name that AWS lists nowhere: the service, the provider or the policy behind the record chose it.';
    default:
      return path.length === 1 ? unknownField(record, name) : unknownParameter(record, path, name);
  }
}

function unknownField(record: EventRecord, name: string): string {
  if (/^p_/.test(name)) return 'Not a field of CloudTrail: Panther, a program that collects logs, adds such fields.';
  if (name === '@timestamp' || name === '@version')
    return 'Not a field of CloudTrail: Logstash, a program that collects logs, adds it.';
  const version = textAt(record.event, 'eventVersion') ?? '';
  if (isNewerThanKnown(version)) {
    return `WorkMail Trail does not know this field. The record has version ${markdown(version, 20)}, which is newer than this explanation and may have brought it.`;
  }
  return 'WorkMail Trail does not know this field: no version of the record format it knows has it. A program that handled the log may have added it.';
}

function unknownParameter(record: EventRecord, path: JsonPath, name: string): string {
  if (path[0] === 'responseElements' && name === 'message' && textAt(record.event, 'errorCode') !== undefined) {
    return "The failure in the service's words. Some services repeat it here.";
  }
  const place = path[0] === 'requestParameters' || path[0] === 'responseElements';
  return place
    ? 'WorkMail Trail does not know this field of the action. The service may have gained it after this version was made.'
    : 'WorkMail Trail does not know this field. A newer version of the record format may have brought it, or a program that handled the log.';
}

function parentOf(record: EventRecord, path: JsonPath): Parameters<typeof isOmission>[0] {
  const [side] = path;
  return path.length === 2 &&
    typeof side === 'string' &&
    record.event !== undefined &&
    Object.hasOwn(record.event, side)
    ? record.event[side]
    : undefined;
}

/** What the schema says beside the description, in at most two short paragraphs. */
function facts(field: Field): readonly string[] {
  const { node } = field;
  if (node === undefined) return [];
  const values = (node.enum ?? []).filter((value) => typeof value === 'string').map((value) => inlineCode(value));
  const presence =
    field.name.startsWith('requestParameters.') || field.name.startsWith('responseElements.')
      ? parameterPresence(field)
      : fieldPresence(node);
  const sentences = [...presence, ...(node['x-limit'] === undefined ? [] : [prose(node['x-limit'])])];
  return [
    ...(values.length === 0 ? [] : [`One of ${listed(values, 'or')}.`]),
    ...(sentences.length === 0 ? [] : [sentences.join(' ')]),
  ];
}

function parameterPresence({ required, node, name, action }: Field): readonly string[] {
  if (node?.['x-secret'] === true) return ['A secret: normally absent or masked, and never missed.'];
  if (!name.startsWith('requestParameters.') || action === undefined) return [];
  return required ? [`${action} demands it, except in old records and failed calls.`] : [];
}

function fieldPresence(node: SchemaNode): readonly string[] {
  const since = node['x-since'];
  const from = since === undefined || since === '1.0' ? '' : ` from eventVersion ${since} on`;
  const absent = node['x-absent-in'] ?? [];
  const except =
    absent.length === 0
      ? ''
      : `, except where eventType is ${listed(
          absent.map((type) => inlineCode(type)),
          'or',
        )}`;
  switch (node['x-missing']) {
    case 'error':
      return [`In every record${from}${except}.`];
    case 'hint':
      return [`In nearly every record${from}${except}.`];
    default:
      return since === undefined ? [] : [from === '' ? 'Can be absent.' : `Exists${from}, and can be absent.`];
  }
}

const TYPES: ReadonlyMap<string, string> = new Map([
  ['string', 'text'],
  ['number', 'number'],
  ['integer', 'whole number'],
  ['boolean', 'true or false'],
  ['object', 'object'],
  ['array', 'list'],
  ['null', 'null'],
]);

/** Of what type a value is, and how large: `text, at most 64 characters`. */
export function typeWords(node: SchemaNode): string {
  const names = [node.type].flat().flatMap((type) => (type === undefined ? [] : [TYPES.get(type) ?? type]));
  const { minimum, maximum, maxLength, maxItems } = node;
  const range = minimum !== undefined && maximum !== undefined ? [`${minimum} to ${maximum}`] : [];
  const length = maxLength === undefined ? [] : [`at most ${maxLength} characters`];
  const count = maxItems === undefined ? [] : [`at most ${maxItems} entries`];
  return [names.join(' or '), ...range, ...length, ...count].join(', ');
}
