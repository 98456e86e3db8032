import type { ActorKind } from '../../explain/actorKind';
import { differentAccounts, type EventsByKey } from '../groupBy';
import { type Block, heading, type Line, list } from './blocks';
import { principalBlocks } from './found';
import {
  allLink,
  cappedTable,
  cellText,
  failureCells,
  fewValues,
  isCutShort,
  MOST_ROWS,
  mostOf,
  numberText,
  type Page,
} from './page';
import { periodCells, periodTitles } from './times';

/** The kinds of actor the AWS page on WorkMail's log tells apart, and those it leaves out. */
const kindWords: Readonly<Record<ActorKind, string>> = {
  root: 'Root user, owner of an account',
  'iam-user': 'IAM users',
  'role-session': 'Roles, temporary',
  'federated-user': 'Federated users, temporary',
  'web-identity': 'Users of an outside provider, temporary',
  'identity-center-user': 'Identity Center users',
  'aws-account': 'Other AWS accounts',
  'aws-service': 'AWS services',
  unknown: 'Not told by the record',
};

/** Who did it, told apart by the kind of credentials. */
export function whoSection(page: Page): readonly Block[] {
  const { actors } = page.findings;
  if (actors.length === 0) return [];
  const all = actors.flatMap(({ kind, actors: ofKind }) =>
    ofKind.map((actor, at) => ({ kind: at === 0 ? kind : undefined, actor })),
  );
  return [
    heading(2, 'Who'),
    ...principalBlocks(page),
    ...cappedTable(
      ['Credentials', 'Who, account, keys and MFA', 'Events#', 'Failed#', ...periodTitles],
      all.map(({ kind, actor }) => [kind === undefined ? [] : [kindWords[kind]], ...actorCells(page, actor)]),
      { what: 'actors', field: 'actor', most: mostOf(page, MOST_ROWS) },
    ),
    ...inFull(all.slice(0, mostOf(page, MOST_ROWS)).map(({ actor }) => actor)),
  ];
}

/** Names that the table had to cut. */
function inFull(actors: readonly EventsByKey[]): readonly Block[] {
  const names = actors.map(({ events: [first] }) => first?.facts.actor.name ?? '');
  const cut = names.filter(isCutShort).map((log): Line => ['In full: ', { log }]);
  return cut.length === 0 ? [] : [list(cut)];
}

const MOST_VALUES = 3;
/** Of a key that has to be revoked. */
const ALL = Number.POSITIVE_INFINITY;

function actorCells(page: Page, { key, events }: EventsByKey): readonly Line[] {
  const actors = events.map(({ facts }) => facts.actor);
  const accounts = differentAccounts(actors.map(({ accountId }) => accountId));
  const keys = actors.map(({ accessKeyId }) => accessKeyId);
  return [
    [
      ...cellText(actors[0]?.name ?? '', 'unknown'),
      '; ',
      ...fewValues(accounts, MOST_VALUES, 'no account'),
      '; ',
      ...fewValues(keys, mostOf(page, MOST_VALUES), 'no key', (text) =>
        allLink(
          page,
          { kind: 'key', text, organizationId: '' },
          page.isHandedOver ? [{ log: text, most: ALL }] : cellText(text, ''),
        ),
      ),
      `; MFA ${mfaWords(actors)}`,
    ],
    ...failureCells(page, events, { actor: key }, 'events by one actor'),
    ...periodCells(page, events),
  ];
}

function mfaWords(actors: readonly { readonly mfa: boolean | undefined }[]): string {
  const count = (wanted: boolean | undefined): number => actors.filter(({ mfa }) => mfa === wanted).length;
  const parts = [
    { words: 'yes', count: count(true) },
    { words: 'no', count: count(false) },
    { words: 'not recorded', count: count(undefined) },
  ].filter((part) => part.count > 0);
  return parts.map((part) => (parts.length === 1 ? part.words : `${part.words} ${numberText(part.count)}`)).join(', ');
}
