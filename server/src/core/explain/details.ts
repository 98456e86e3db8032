/** One event told to somebody who points at it: who, when, from where, what, outcome. */
import { parseTime } from '../check/parseTime';
import { recordKindOf } from '../check/recordKind';
import type { EventRecord, JsonObject } from '../record';
import { type Actor, actorOf } from './actor';
import { actorWords } from './actorWords';
import { inlineCode, markdown } from './escape';
import { outcomeOf, tellsOutcome } from './labels';
import { textAt } from './members';
import { noteWords, parameterNotes } from './parameterNotes';
import { programOf } from './program';
import { firstSentence, prose } from './prose';
import { targetsOf } from './targets';
import { crossAccount } from './values/accounts';
import type { ExplainOptions } from './values/context';
import { errorMeaning } from './values/errorCodes';
import { explainSource } from './values/sourceAddress';
import { localText, utcText } from './values/timeText';
import { fieldAt, knownAction } from './words';

/** An event as Markdown for a tooltip. Works on damaged records: what can't be read is left out or said. */
export function eventDetails(record: EventRecord, options: ExplainOptions = {}): string {
  const name = textAt(record.event, 'eventName');
  const known = knownAction(record.action);
  const paragraphs = [
    `**${name === undefined ? 'An event without a readable name' : inlineCode(name, 128)}**`,
    ...(known === undefined ? [] : [prose(firstSentence(known.entry.description))]),
    [...lines(record, options)].map(([what, words]) => `- **${what}:** ${words}`).join('\n'),
    ...parameterNotes(record).map(noteWords),
    ...(record.malformed === null ? [] : [damageWords(record)]),
  ];
  return paragraphs.join('\n\n');
}

function* lines(record: EventRecord, options: ExplainOptions): Generator<readonly [what: string, words: string]> {
  const { event } = record;
  yield ['Who', whoWords(actorOf(event), event)];
  yield ['When', whenWords(textAt(event, 'eventTime'), options)];
  yield ['From where', whereWords(record)];
  const targets = targetsOf(event, record.action);
  if (targets.length > 0) {
    yield ['What', targets.map(({ parameter, id }) => `${markdown(parameter)} ${inlineCode(id, 200)}`).join(', ')];
  }
  yield ['Outcome', resultWords(record)];
  if (recordKindOf(event) === 'network') yield ['Recorded', witnessWords(event)];
}

/** A VPC endpoint writes a record of its own of a call that goes through it, whether the service ever sees the call or not. */
function witnessWords(event: JsonObject | undefined): string {
  const endpoint = textAt(event, 'vpcEndpointId');
  return `by the VPC endpoint ${endpoint === undefined ? '' : `${inlineCode(endpoint, 100)} `}that the call came to, as network activity`;
}

const CREDENTIALS: Readonly<Record<Actor['credentials'], string>> = {
  'long-term': 'long-lived key',
  temporary: 'temporary credentials',
  service: '',
  unknown: '',
};

function whoWords(actor: Actor, event: JsonObject | undefined): string {
  if (actor.name === '') return 'not known';
  const crossing = crossAccount(event);
  const pieces = [
    actorWords(actor, (name) => inlineCode(name, 200)),
    crossing === undefined ? '' : `from another account, ${inlineCode(crossing.caller)}`,
    `${CREDENTIALS[actor.credentials]}${actor.accessKeyId === undefined ? '' : ` ${inlineCode(actor.accessKeyId, 128)}`}`.trim(),
    actor.mfa === undefined ? '' : actor.mfa ? 'session with a second factor' : 'session without a second factor',
    actor.console ? 'signed in at the AWS console' : '',
    actor.invokedBy === undefined || actor.kind === 'aws-service' ? '' : `through ${inlineCode(actor.invokedBy, 128)}`,
  ];
  return pieces.filter((piece) => piece !== '').join(', ');
}

function whenWords(eventTime: string | undefined, { timeZone }: ExplainOptions): string {
  const moment = eventTime === undefined ? undefined : parseTime(eventTime);
  if (moment === undefined) return 'not known';
  const local = localText(moment.ms, timeZone);
  return `${utcText(moment.ms)} UTC${local === undefined ? '' : ` (${markdown(local)})`}`;
}

function whereWords(record: EventRecord): string {
  const address = textAt(record.event, 'sourceIPAddress');
  const agent = textAt(record.event, 'userAgent');
  const region = textAt(record.event, 'awsRegion');
  const program = agent === undefined ? undefined : programOf(agent);
  const pieces = [
    address === undefined ? '' : `${inlineCode(address, 100)}${isService(record, address) ? ' (AWS)' : ''}`,
    program === undefined ? (agent === undefined ? '' : inlineCode(agent, 80)) : prose(program),
    region === undefined ? '' : `Region ${inlineCode(region, 60)}`,
  ].filter((piece) => piece !== '');
  return pieces.length === 0 ? 'not known' : pieces.join(', ');
}

function isService(record: EventRecord, address: string): boolean {
  const path = ['sourceIPAddress'];
  return explainSource(address, { record, path, field: fieldAt(record, path), options: {}, isNoted: false }).length > 0;
}

function resultWords(record: EventRecord): string {
  const { event, malformed } = record;
  if (event === undefined) return 'not known';
  if (!tellsOutcome(record)) return 'not known, because the log has no column for errors';
  if (outcomeOf(event) === 'succeeded')
    return malformed === 'syntax' ? 'succeeded, as far as can be read' : 'succeeded';
  const code = textAt(event, 'errorCode');
  if (code === undefined) return `failed: ${inlineCode(textAt(event, 'errorMessage') ?? '', 200)}`;
  const meaning = errorMeaning(code);
  return `failed with ${inlineCode(code, 100)}${meaning === undefined ? '' : `: ${prose(meaning)}`}`;
}

function damageWords({ malformed }: EventRecord): string {
  return malformed === 'syntax'
    ? '**The record is broken JSON:** only what could be read is told here.'
    : '**The record breaks the rules of CloudTrail:** see its problems.';
}
