import { entityBehind } from '../entities';
import type { TargetKind, TargetsOfKind } from '../findings';
import type { EventsByKey } from '../groupBy';
import { shortId } from '../shortId';
import { type Block, heading, type Line, paragraph, table } from './blocks';
import { allGrouped, allLink, cellText, failureCells, fewValues, mostOf, numberText, type Page } from './page';
import { periodCells, periodTitles } from './times';

const kindWords: ReadonlyMap<TargetKind, string> = new Map<TargetKind, string>([
  ['organization', 'Organizations'],
  ['user', 'Users'],
  ['group', 'Groups'],
  ['resource', 'Resources'],
  ['entity', 'Kind not told'],
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
      'An event can have several targets. Where the kind is not told, it is a user, a group or a resource.',
      ...addedWords(page),
    ),
    table(
      ['What', 'Id, or name as given', 'Events#', 'Failed#', ...periodTitles],
      targets.flatMap((ofKind) => rowsOfKind(page, ofKind)),
    ),
    ...(targets.some((ofKind) => ofKind.targets.length > mostOfKind(page, ofKind)) ? [fewWords(page)] : []),
  ];
}

/** There may be thousands. */
const MOST_OF_KIND = 3;
/** What somebody may have to revoke, delete, close or ask about, each by itself. */
const ACTED_UPON: ReadonlySet<TargetKind> = new Set<TargetKind>([
  ...(['organization', 'domain', 'address', 'role', 'rule', 'job', 'device', 'token', 'bucket', 'iamRole'] as const),
  ...(['kmsKey', 'lambda', 'directory', 'identityCenterApplication', 'identityCenterInstance'] as const),
]);

function mostOfKind(page: Page, { kind }: TargetsOfKind): number {
  return ACTED_UPON.has(kind) ? mostOf(page, MOST_OF_KIND) : MOST_OF_KIND;
}

function fewWords({ isHandedOver }: Page): Block {
  const few = 'Where there are more of a kind, those with the most events stand here';
  return isHandedOver
    ? paragraph(`${few}; Appendix C has the others.`)
    : paragraph('Of each kind those with the most events stand here. To see all, ', { words: allGrouped('target') });
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

/** The kind stands in the first row of it. */
function rowsOfKind(page: Page, ofKind: TargetsOfKind): readonly (readonly Line[])[] {
  const { kind, targets } = ofKind;
  const rows = targets
    .slice(0, mostOfKind(page, ofKind))
    .map((target, at) => [at === 0 ? [kindWords.get(kind) ?? kind] : [], ...targetCells(page, target)]);
  const left = targets.length - rows.length;
  return left <= 0 ? rows : [...rows, [[], [`and ${numberText(left)} more`], [], [], [], []]];
}

function targetCells(page: Page, { key, events }: EventsByKey): readonly Line[] {
  const { names = [], addresses = [] } = entityBehind(page.findings.entities, key, events) ?? {};
  const called = fewValues([...names, ...addresses], MOST_NAMES, '');
  const { organizationId = '' } = events[0]?.facts ?? {};
  const isCalled = names.length + addresses.length > 0;
  const whole: Line | undefined = page.isHandedOver ? [{ log: key, most: Number.POSITIVE_INFINITY }] : undefined;
  const shown: Line = whole ?? (isCalled ? [{ log: shortId(key) }] : cellText(key, ''));
  const given = allLink(page, { kind: 'thing', text: key, organizationId }, shown);
  return [
    isCalled ? [...called, ' (', ...given, ')'] : given,
    ...failureCells(page, events, { target: key }, 'events of one target'),
    ...periodCells(page, events),
  ];
}

const MOST_NAMES = 4;
