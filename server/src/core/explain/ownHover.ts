/** Explains a field or a value of a log that WorkMail itself writes, with how sure the explanation is. */
import { ownLogWords } from '../../generated/schemas';
import { ownKindOf } from '../read/own/ownKind';
import type { Grade, OwnFieldWords, OwnForm, OwnLogWords, OwnValueWords } from '../read/own/ownLog';
import { ownTime } from '../read/own/ownReading';
import { isNothing } from '../read/own/ownView';
import type { EventRecord, JsonPath, JsonValue } from '../record';
import { inlineCode } from './escape';
import type { Pointed } from './pointed';
import { firstSentence, listed, prose } from './prose';
import { explainArn } from './values/arn';
import type { Explainer, ExplainOptions, ValueContext } from './values/context';
import { explainTime } from './values/explainTime';
import { explainIdentifier } from './values/identifiers';
import { explainSourceAddress } from './values/sourceAddress';
import { explainUserAgent } from './values/userAgent';
import { fieldAt } from './words';

const GRADES: Readonly<Record<Grade, string>> = {
  certain: '',
  likely: 'Likely: it follows from what AWS documents. No log of this kind is public to compare with.',
  unverified: 'Not verified: AWS does not document it, and no log of this kind is public.',
};

const WEIGHTS = {
  critical: 'Critical',
  high: 'Of much weight',
  medium: 'Of some weight',
  low: 'Of little weight alone',
  info: 'Tells something only together with others',
} as const;

/** @returns undefined where nothing is known of the record */
export function ownHoverAt(
  record: EventRecord,
  { path, part }: Pointed,
  value: JsonValue | undefined,
  options: ExplainOptions = {},
): string | undefined {
  const kind = ownKindOf(record.event);
  const log = kind && ownLogWords()[kind.number];
  if (log === undefined) return undefined;
  const field = fieldOf(log, path);
  if (field === undefined) return strangerWords(log, path).join('\n\n');
  if (part === 'key' || value === undefined) return fieldParagraphs(log, field).join('\n\n');
  const explained = valueParagraphs(record, path, field, value, options);
  if (explained.length === 0) return fieldParagraphs(log, field).join('\n\n');
  return [...explained, `**${inlineCode(field.name)}**: ${prose(firstSentence(field.description))}`].join('\n\n');
}

/** Of a place inside of a list or an object, the field that holds it. */
function fieldOf({ within, fields }: OwnLogWords, path: JsonPath): OwnFieldWords | undefined {
  const steps = within !== undefined && path[0] === within ? path.slice(1) : path;
  const name = steps.find((step) => typeof step === 'string');
  return fields.find((each) => each.name === name);
}

function fieldParagraphs(log: OwnLogWords, field: OwnFieldWords): readonly string[] {
  const values = (field.values ?? []).map(({ value }) => inlineCode(value));
  return [
    `**${inlineCode(field.name)}** · ${log.words}`,
    prose(field.description),
    ...(values.length === 0 ? [] : [`Known values: ${listed(values)}. There may be others.`]),
    ...gradeParagraph(field.grade),
  ];
}

function gradeParagraph(grade: Grade): readonly string[] {
  return GRADES[grade] === '' ? [] : [GRADES[grade]];
}

function strangerWords(log: OwnLogWords, path: JsonPath): readonly string[] {
  const name = String(path.find((step) => typeof step === 'string') ?? '');
  if (name === log.within) return [`**${inlineCode(name)}** · ${log.words}`, 'Holds what is told of the event.'];
  return [
    `**${inlineCode(name, 256)}** · ${log.words}`,
    'WorkMail Trail does not know this field. AWS may have added it, or a program that handled the log. Nothing is wrong with that.',
  ];
}

const BY_FORM: Partial<Readonly<Record<OwnForm, Explainer>>> = {
  arn: explainArn,
  ip: explainSourceAddress,
  agent: explainUserAgent,
  user: explainIdentifier,
  role: explainIdentifier,
};

function valueParagraphs(
  record: EventRecord,
  path: JsonPath,
  field: OwnFieldWords,
  value: JsonValue,
  options: ExplainOptions,
): readonly string[] {
  const known = knownValue(field, value);
  if (known !== undefined) return knownParagraphs(known);
  if (field.values !== undefined && typeof value === 'string' && !isNothing(value)) return unknownParagraphs(value);
  if (field.form === 'truth') return truthParagraphs(field, value);
  const context: ValueContext = { record, path, field: fieldAt(record, path), options, isNoted: false };
  if (field.form === 'time') {
    const time = ownTime(value);
    return time === undefined ? [] : explainTime(new Date(time).toISOString(), context);
  }
  return BY_FORM[field.form]?.(value, context) ?? [];
}

function knownValue({ values }: OwnFieldWords, value: JsonValue): OwnValueWords | undefined {
  if (typeof value !== 'string') return undefined;
  const small = value.toLowerCase();
  return values?.find((each) => each.value.toLowerCase() === small);
}

function knownParagraphs({ value, description, grade, weight, ownWeight }: OwnValueWords): readonly string[] {
  const atHome = ownWeight === undefined ? '' : `; in somebody's own mailbox: ${WEIGHTS[ownWeight].toLowerCase()}`;
  const weighs = weight === undefined ? '' : ` · ${WEIGHTS[weight]}${atHome}`;
  return [`**${inlineCode(value)}**${weighs}`, prose(description), ...gradeParagraph(grade)];
}

function unknownParagraphs(value: string): readonly string[] {
  return [
    `**${inlineCode(value, 256)}**`,
    'WorkMail Trail does not know this value. AWS does not say that there are no others. Nothing is wrong with that.',
  ];
}

function truthParagraphs({ refused }: OwnFieldWords, value: JsonValue): readonly string[] {
  const isTrue = String(value).toLowerCase() === 'true';
  if (refused === undefined) return [];
  if (isTrue) return ['**Yes.** It was let through, or it worked.'];
  return [`**No.** It was refused, or it failed. AWS counts it in the metric ${inlineCode(refused)} of CloudWatch.`];
}
