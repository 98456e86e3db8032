import { ownLogWords } from '../../../generated/schemas';
import type { OwnLogTold, OwnTold, SignInsTold } from '../own/ownTold';
import { type Block, heading, type Line, list, paragraph, table } from './blocks';
import { ownMailBlocks } from './ownMail';
import { ownPeriodCells } from './ownPeriod';
import { ownReadBlocks } from './ownReads';
import { cellText, countText, fewValues, mostOf, numberText, type Page } from './page';
import { periodTitles } from './times';

const TITLE = 'WorkMail’s own logs';
/** Values in one cell. */
const MOST_VALUES = 3;

/** What WorkMail's own logs hold. Nothing where there are none: most have CloudTrail alone. */
export function ownLogsSection(page: Page): readonly Block[] {
  const { own } = page;
  if (own === undefined) return [];
  const records = own.logs.reduce((sum, log) => sum + log.records, 0);
  return [
    heading(2, TITLE),
    paragraph(
      `${countText(records, 'record')} of ${countText(own.logs.length, 'log')} that WorkMail itself writes. `,
      'They are no events of CloudTrail, and no other chapter counts them. All times are UTC.',
    ),
    table(
      ['Log', 'Records#', 'Refused or failed#', ...periodTitles],
      own.logs.map((log) => logRow(page, log)),
    ),
    heading(3, 'What was done'),
    table(['Log', 'What', 'Records#', 'Refused or failed#'], own.logs.flatMap(actRows)),
    ...ownReadBlocks(page, own),
    ...signInBlocks(page, own),
    ...ownMailBlocks(page, own),
    heading(3, 'What these logs do not tell'),
    list(silentLines(own)),
  ];
}

function logRow(page: Page, told: OwnLogTold): readonly Line[] {
  const refused = told.acts.reduce((sum, act) => sum + act.refused, 0);
  return [[nameOf(told.log)], [numberText(told.records)], [numberText(refused)], ...ownPeriodCells(page, told)];
}

function actRows({ log, acts }: OwnLogTold): readonly (readonly Line[])[] {
  return acts.map(({ what, records, refused }, at) => [
    at === 0 ? [nameOf(log)] : [],
    cellText(what, 'not told'),
    [numberText(records)],
    [numberText(refused)],
  ]);
}

/** What the log is called in the tree. */
function nameOf(id: string): string {
  return ownLogWords().find((log) => log.id === id)?.group ?? id;
}

function signInBlocks(page: Page, { signIns }: OwnTold): readonly Block[] {
  if (signIns.length === 0) return [];
  return [
    heading(3, 'Sign-ins'),
    table(
      ['Outcome', 'Protocol', 'Sign-ins#', 'Who', 'From', ...periodTitles],
      signIns.map((each) => [
        outcomeLine(each),
        cellText(each.protocol, 'not told'),
        [numberText(each.count)],
        fewValues(each.users, mostOf(page, MOST_VALUES), 'not told'),
        fewValues(each.addresses, mostOf(page, MOST_VALUES), 'not told'),
        ...ownPeriodCells(page, each),
      ]),
    ),
  ];
}

function outcomeLine({ worked, reasons }: SignInsTold): Line {
  const outcome = worked === undefined ? 'not told' : worked ? 'worked' : 'failed';
  return reasons.length === 0 ? [outcome] : [`${outcome}: `, ...fewValues(reasons, MOST_VALUES, '')];
}

/** Of each log that is here what it leaves open, and which are not here. */
function silentLines({ logs }: OwnTold): readonly Line[] {
  const here = new Set(logs.map(({ log }) => log));
  const absent = ownLogWords().filter(({ id }) => !here.has(id));
  return [
    ...ownLogWords().flatMap(({ id, group, silent }): readonly Line[] =>
      here.has(id) ? [[`${group}: `, { words: silent }]] : [],
    ),
    ...(absent.length === 0
      ? []
      : [
          [
            `Not among these logs: ${absent.map(({ words }) => words).join(', ')}. `,
            'Each has to be switched on first: that it is not here does not mean that nothing happened.',
          ],
        ]),
  ];
}
