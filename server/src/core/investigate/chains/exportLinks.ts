import { allOf } from '../../query/question';
import type { Act } from '../act';
import type { Evidence } from '../evidence';
import { parameterOf } from '../sequences/actTest';
import { between, has, ours } from './asked';
import type { Link, LinkKind } from './link';
import { accountIn, nameIn, timeText, told, trailOf } from './words';

/** Of one thing so many events are told. */
const MOST_EVENTS = 10;
/** Of events that may be about it, so many are looked at. */
const MOST_NAMESAKES = 200;
/** Milliseconds. */
const DAY = 86_400_000;
/** That WorkMail took the role of an export. */
export const TOOK_ROLE = 'service:sts action:AssumeRole invokedby:export.workmail.amazonaws.com';

interface Thing {
  readonly kind: LinkKind;
  readonly parameter: string;
  readonly words: string;
  readonly services: string;
}

/** Things of an export that events of other services are about. */
const THINGS: readonly Thing[] = [
  { kind: 'export-role', parameter: 'roleArn', words: 'role', services: 'service:iam' },
  { kind: 'export-key', parameter: 'kmsKeyArn', words: 'KMS key', services: 'service:kms' },
  { kind: 'export-bucket', parameter: 's3BucketName', words: 'bucket', services: 'service:s3' },
];

/** What belongs to an export: its role, its key and its bucket, what was done to them, and that WorkMail took the role. None of other events. */
export function exportLinks(job: Act, evidence: Evidence): readonly Link[] {
  if (job.row.action !== 'StartMailboxExportJob') return [];
  return [
    ...THINGS.flatMap((thing) => thingLinks(thing, job, evidence)),
    ...roleTaken(job, evidence),
    ...jobLinks(job, evidence),
  ];
}

function thingLinks({ kind, parameter, words, services }: Thing, job: Act, { find }: Evidence): readonly Link[] {
  const text = parameterOf(job, parameter);
  if (typeof text !== 'string' || text === '') return [];
  // Calls of its own service name a thing by the last part of its ARN, which things of other accounts may have, too.
  const account = accountIn(text);
  const events = find(allOf([ours(services), has('names', text, nameIn(text))]), MOST_NAMESAKES)
    .filter(({ row }) => account === '' || row.account === account || row.named.includes(text))
    .slice(0, MOST_EVENTS);
  return [
    { kind, sentence: `The ${words} of the export is ${text}${ownerOf(text, job)}.` },
    ...events.map((act): Link => ({ kind, sentence: `About the ${words}: ${told(act)}.`, act })),
  ];
}

/** An ARN tells its account; the name of a bucket does not. */
function ownerOf(text: string, { row }: Act): string {
  const account = accountIn(text);
  if (account === '') return ', which does not tell whose it is';
  return account === row.account ? ' of the same account' : ` of another account, ${account}`;
}

function roleTaken(job: Act, { find }: Evidence): readonly Link[] {
  const role = parameterOf(job, 'roleArn');
  if (typeof role !== 'string' || role === '') return [];
  const { time } = job.row;
  const [taken] = find(between(allOf([ours(TOOK_ROLE), has('names', role)]), time, time + DAY), 1);
  if (taken !== undefined)
    return [{ kind: 'took-export-role', sentence: `WorkMail took the role: ${told(taken)}.`, act: taken }];
  return [
    {
      kind: 'took-export-role',
      sentence: 'That WorkMail took the role is not in these logs, so they do not tell whether the export ran.',
      missing: `AssumeRole of sts by export.workmail.amazonaws.com for ${role}: in ${trailOf(accountIn(role))}, within a day after ${timeText(time)}.`,
    },
  ];
}

/** What was asked of the job later. */
function jobLinks(job: Act, { find }: Evidence): readonly Link[] {
  const [id = ''] = job.row.made;
  return find(allOf([ours('service:workmail'), has('names', id)]), MOST_EVENTS + 1)
    .filter(({ row }) => row.eventID !== job.row.eventID)
    .slice(0, MOST_EVENTS)
    .map((act) => ({ kind: 'export', sentence: `About the job: ${told(act)}.`, act }));
}
