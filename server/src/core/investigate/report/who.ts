import type { ActorKind } from '../../explain/actorKind';
import { differentTexts, type Gathered } from '../gather';
import { type Block, heading, type Line, paragraph, table } from './blocks';
import { cappedTable, countCells, logText, numberText, type Page, periodCells } from './page';

/** The kinds of actor the AWS page on WorkMail's log tells apart, and those it leaves out. */
const kindWords: Readonly<Record<ActorKind, string>> = {
  root: 'Root user, the owner of an account',
  'iam-user': 'IAM users',
  'role-session': 'Roles, with temporary credentials',
  'federated-user': 'Federated users, with temporary credentials',
  'web-identity': 'Users an outside provider vouched for, with temporary credentials',
  'identity-center-user': 'Identity Center users',
  'aws-account': 'Other AWS accounts',
  'aws-service': 'AWS services',
  unknown: 'Not told by the record',
};

/** Who did it, told apart by the kind of credentials. */
export function whoSection(page: Page): readonly Block[] {
  const { actors } = page.findings;
  if (actors.length === 0) return [];
  const kinds = actors.map(({ key, kind, events }): readonly Line[] => [
    [kindWords[kind]],
    ...countCells(page, events, { actorKind: key }, `events by ${kind}`),
  ]);
  return [
    heading(2, 'Who'),
    table(['Credentials', 'Events#', 'Succeeded#', 'Failed#'], kinds),
    ...actors.flatMap(({ kind, actors: heaps }) => [
      heading(3, kindWords[kind]),
      ...cappedTable(
        ['Who', 'Account', 'Access keys', 'MFA as recorded', 'Events#', 'Succeeded#', 'Failed#', 'First', 'Last'],
        heaps.map((heap) => actorRow(page, heap)),
        'actors',
      ),
    ]),
    paragraph(
      'MFA is what the session recorded when its credentials were made. For a long-lived key (AKIA…) nothing is recorded, ',
      'which does not mean that there was none.',
    ),
  ];
}

function actorRow(page: Page, { key, events }: Gathered): readonly Line[] {
  const [first] = events;
  return [
    logText(first?.facts.actor.name ?? '', 'unknown'),
    different(
      events.map(({ facts }) => facts.actor.accountId),
      'not recorded',
    ),
    different(
      events.map(({ facts }) => facts.actor.accessKeyId),
      'none recorded',
    ),
    mfaLine(events),
    ...countCells(page, events, { actor: key }, 'events by one actor'),
    ...periodCells(page, events),
  ];
}

const MOST_VALUES = 3;

/** The different values of a column in the order they were met; empty ones are passed over. */
function different(values: readonly (string | undefined)[], absent: string): Line {
  const found = differentTexts(values);
  if (found.length === 0) return [absent];
  const shown = found.slice(0, MOST_VALUES);
  const line = shown.flatMap((value, index): Line => [index === 0 ? '' : ', ', { log: value }]);
  return found.length > shown.length ? [...line, ` and ${numberText(found.length - shown.length)} more`] : line;
}

function mfaLine(events: Gathered['events']): Line {
  const count = (wanted: boolean | undefined): number =>
    events.filter(({ facts }) => facts.actor.mfa === wanted).length;
  const parts = [
    { words: 'yes', count: count(true) },
    { words: 'no', count: count(false) },
    { words: 'not recorded', count: count(undefined) },
  ].filter((part) => part.count > 0);
  return [
    parts.map((part) => (parts.length === 1 ? part.words : `${part.words} ${numberText(part.count)}`)).join(', '),
  ];
}

/** From which addresses and with which programs. */
export function fromWhereSection(page: Page): readonly Block[] {
  const { addresses, userAgents } = page.findings;
  if (addresses.length === 0) return [];
  const rest = ['Who', 'Events#', 'Succeeded#', 'Failed#', 'First', 'Last'];
  const row = (heap: Gathered, field: 'sourceIPAddress' | 'userAgent', name: string): readonly Line[] => [
    logText(heap.key, 'not recorded'),
    different(
      heap.events.map(({ facts }) => facts.actor.name),
      'unknown',
    ),
    ...countCells(page, heap.events, { [field]: heap.key }, name),
    ...periodCells(page, heap.events),
  ];
  return [
    heading(2, 'From where'),
    ...cappedTable(
      ['Source address', ...rest],
      addresses.map((heap) => row(heap, 'sourceIPAddress', 'events from one address')),
      'addresses',
    ),
    heading(3, 'With which program'),
    ...cappedTable(
      ['User agent', ...rest],
      userAgents.map((heap) => row(heap, 'userAgent', 'events of one user agent')),
      'user agents',
    ),
  ];
}
