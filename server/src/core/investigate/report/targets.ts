import type { TargetKind } from '../findings';
import type { Gathered } from '../gather';
import { type Block, heading, type Line, paragraph } from './blocks';
import { cappedTable, cellText, failureCells, fewValues, type Page } from './page';
import { periodLine, periodTitle } from './times';

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
      'Names come from calls in these logs that tell both name and id, such as CreateUser; without one there is only the ',
      'id. An event can have several targets.',
    ),
    ...targets.flatMap(({ kind, targets: heaps }) => [
      heading(3, kindWords.get(kind) ?? kind),
      ...cappedTable(
        ['Name', 'Id or name as given', 'Events#', 'Failed#', periodTitle(page)],
        heaps.map((heap) => targetRow(page, heap)),
        'rows',
      ),
    ]),
  ];
}

const MOST_NAMES = 4;

function targetRow(page: Page, { key, events }: Gathered): readonly Line[] {
  const entity = page.findings.entities.byId.get(key);
  const names = [...(entity?.names ?? []), ...(entity?.addresses ?? [])];
  return [
    fewValues(names, MOST_NAMES, ''),
    cellText(key, ''),
    ...failureCells(page, events, { target: key }, 'events of one target'),
    periodLine(page, events),
  ];
}
