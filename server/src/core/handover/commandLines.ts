import { shellWord } from '../explain/escape';
import { printQuestion } from '../query/printQuestion';
import { stampOf } from './conditionOf';
import { deliveryDays, type Hull, hullOf } from './daysAsked';
import type { HandedOver } from './handedOver';
import { ACCOUNT, BUCKET, localFolder, logsFolder, REGION } from './logsFolder';
import { type Lookup, lookupsOf } from './lookups';
import type { TrailPlaces } from './trailPlaces';

/** More commands than these are made for whole months, and then for all days. */
const MOST_LINES = 120;

/** Commands that bring the days that matter here, and those that ask CloudTrail's own event history. */
export function commandLines(over: HandedOver): {
  readonly lines: readonly string[];
  readonly notes: readonly string[];
} {
  const hull = hullOf(over.question);
  const days = deliveryDays(hull, over.read.byDay.keys());
  const notes = [
    ...(over.trails.some(({ bucket }) => bucket === undefined)
      ? [
          `Fill in: ${BUCKET}, the bucket of the trail, and behind it what stands before AWSLogs there. No path here names it.`,
        ]
      : []),
    ...(over.trails.some(({ accounts, regions }) => accounts.length === 0 || regions.length === 0)
      ? [`Fill in: ${ACCOUNT} and ${REGION}, the account and the Region, where they stand.`]
      : []),
  ];
  const sync = over.trails.flatMap((trail) => syncLines(trail, days));
  return { lines: [...syncHead(days, hull), ...sync, '', ...lookupLines(over, hull)], notes };
}

function syncHead(days: readonly string[] | undefined, { from, to }: Hull): readonly string[] {
  if (days === undefined) return ['# The logs of the trail. No days are known that matter: all of them.'];
  const why =
    Number.isFinite(from) && Number.isFinite(to) ? 'those of the question' : 'those on which events answer here';
  return [
    `# The logs of the days that matter: ${why}, and the one behind each, since logs are delivered late by hours at most.`,
  ];
}

function syncLines(trail: TrailPlaces, days: readonly string[] | undefined): readonly string[] {
  const accounts = trail.accounts.length === 0 ? [ACCOUNT] : trail.accounts;
  const regions = trail.regions.length === 0 ? [REGION] : trail.regions;
  const places = accounts.flatMap((account) => regions.map((region) => `${account}/CloudTrail/${region}/`));
  const stretches = stretchesOf(days ?? [], places.length);
  return places.flatMap((place) =>
    stretches.map((stretch) => {
      const [there, here] = [logsFolder(trail), localFolder(trail)].map((folder) => `${folder}${place}${stretch}`);
      return `aws s3 sync ${shellWord(`s3://${there}`)} ${shellWord(`./${here}`)}`;
    }),
  );
}

/** Folders below that of a Region: of days, months, or the Region itself. */
function stretchesOf(days: readonly string[], places: number): readonly string[] {
  const folders = (length: number): readonly string[] => [
    ...new Set(days.map((day) => `${day.slice(0, length).replaceAll('-', '/')}/`)),
  ];
  for (const length of ['2026-03-01'.length, '2026-03'.length]) {
    const found = folders(length);
    if (found.length > 0 && found.length * places <= MOST_LINES) return found;
  }
  return [''];
}

function lookupLines({ question, trails }: HandedOver, { from, to }: Hull): readonly string[] {
  const lookups = lookupsOf(question);
  if (lookups === undefined)
    return [
      '# Event history is not asked: it takes one attribute (an event, a key, an action, a service, or whether it is read-only), and',
      '# this question does not hold one for each event that answers.',
    ];
  const regions = [...new Set(trails.flatMap(({ regions }) => regions))].sort();
  const times = [
    ...(Number.isFinite(from) ? ['--start-time', stampOf(from) ?? ''] : []),
    ...(Number.isFinite(to) ? ['--end-time', stampOf(to) ?? ''] : []),
  ];
  const calls = (regions.length === 0 ? [REGION] : regions).flatMap((region) =>
    lookups.map((lookup) => ({ region, lookup })),
  );
  return [
    '# What event history tells: management events of the last 90 days, of the account that asks and of one Region a call. Events of',
    '# services that are the same everywhere, such as IAM, are those of us-east-1. Each call asks for one attribute only, letter by letter.',
    ...calls.map(({ region, lookup }, at) => lookupLine(region, lookup, times, at + 1)),
    '# The rest of the question is asked here:',
    `workmail-trail events --where ${shellWord(printQuestion(question))} event-history-*.json`,
  ];
}

function lookupLine(region: string, { key, value }: Lookup, times: readonly string[], number: number): string {
  const attribute = JSON.stringify([{ AttributeKey: key, AttributeValue: value }]);
  const words = ['aws', 'cloudtrail', 'lookup-events', '--region', region, '--lookup-attributes', attribute, ...times];
  return `${[...words, '--output', 'json'].map(shellWord).join(' ')} > event-history-${number}.json`;
}
