import { entityBehind } from '../entities';
import type { TargetKind } from '../findings';
import type { EventsByKey } from '../groupBy';
import { type Block, heading, type Line, paragraph } from './blocks';
import { allLink, cappedTable, cellText, failureCells, fewValues, type Page } from './page';
import { periodCells, periodTitles } from './times';

const kindWords: ReadonlyMap<TargetKind, string> = new Map<TargetKind, string>([
  ['organization', 'Organizations'],
  ['user', 'Users'],
  ['group', 'Groups'],
  ['resource', 'Resources'],
  ['entity', 'Users, groups or resources (the calls do not tell which)'],
  ['email', 'Mail addresses'],
  ['domain', 'Domains'],
  ['address', 'Network addresses'],
  ['role', 'Impersonation roles'],
  ['rule', 'Rules'],
  ['job', 'Export jobs'],
  ['device', 'Mobile devices'],
  ['token', 'Personal access tokens'],
  ['message', 'Messages'],
  ['bucket', 'S3 buckets'],
  ['iamRole', 'IAM roles'],
  ['kmsKey', 'KMS keys'],
  ['lambda', 'Lambda functions'],
  ['directory', 'Directories'],
  ['identityCenterApplication', 'Identity Center applications'],
  ['identityCenterInstance', 'Identity Center instances'],
  ['other', 'Others'],
]);

/** What was acted on, by kind; with the names these logs teach. */
export function targetsSection(page: Page): readonly Block[] {
  const { targets } = page.findings;
  if (targets.length === 0) return [];
  return [
    heading(2, 'On what'),
    paragraph(
      'Names stand before an id where these logs hold a call that tells both, such as CreateUser; a name that was taken away is left out. ',
      'An event can have several targets.',
      ...addedWords(page),
    ),
    ...targets.flatMap(({ kind, targets: ofKind }) => [
      heading(3, kindWords.get(kind) ?? kind),
      ...targetsTable(page, ofKind),
    ]),
  ];
}

/** Whose words the names are that no log teaches. */
function addedWords({ findings }: Page): Line {
  const { labels } = findings.entities.added;
  if (labels.length === 0) return [];
  return [
    ' Where these logs tell none, names are from the names you added (',
    ...fewValues(labels, MOST_NAMES, ''),
    labels.length === 1 ? '), as they were when that list was taken.' : '), as they were when those lists were taken.',
  ];
}

function targetsTable(page: Page, targets: readonly EventsByKey[]): readonly Block[] {
  const { entities } = page.findings;
  return cappedTable(
    ['Id, or name as given', 'Events#', 'Failed#', ...periodTitles],
    targets.map(({ key, events }) => {
      const { names = [], addresses = [] } = entityBehind(entities, key, events) ?? {};
      const called = fewValues([...names, ...addresses], MOST_NAMES, '');
      const { organizationId = '' } = events[0]?.facts ?? {};
      const given = allLink(page, { kind: 'thing', text: key, organizationId }, cellText(key, ''));
      const isCalled = names.length + addresses.length > 0;
      return [
        isCalled ? [...called, ' (', ...given, ')'] : given,
        ...failureCells(page, events, { target: key }, 'events of one target'),
        ...periodCells(page, events),
      ];
    }),
    'rows',
  );
}

const MOST_NAMES = 4;
