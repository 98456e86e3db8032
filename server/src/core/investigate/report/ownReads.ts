import { entityOf, nameIn } from '../entities';
import type { OwnTold } from '../own/ownTold';
import type { ReadingTold } from '../own/readingTold';
import type { Finding } from '../questions/answer';
import { secondText } from '../utcText';
import { type Block, heading, type Line, paragraph, table } from './blocks';
import { cellText, countText, MOST_ROWS, mostOf, numberText, type Page } from './page';

const ASK = 'the question *What was read?* in the view Questions has all, and so has `workmail-trail ask --json`.';

const DOORS: Readonly<Record<ReadingTold['through'], string>> = {
  own: 'their own mailbox',
  permission: 'somebody let them in',
  impersonation: 'an impersonation role',
  token: 'a personal access token',
  'not-known': 'not told',
};

interface Reading {
  readonly finding: Finding;
  readonly told: ReadingTold;
}

/** What somebody is called in the table, by id. */
type CallOf = (id: string | null) => Line;

/** Who read what in which mailbox, as it was answered already. */
export function ownReadBlocks(page: Page, own: OwnTold): readonly Block[] {
  const found = page.answers?.find(({ id }) => id === 'mail-read')?.answer.findings ?? [];
  const readings = found.flatMap((finding) =>
    finding.reading === undefined ? [] : [{ finding, told: finding.reading }],
  );
  if (readings.length === 0) return [];
  const shown = readings.slice(0, mostOf(page, MOST_ROWS));
  const left = readings.length - shown.length;
  const callOf = calling(page, own, shown);
  return [
    heading(3, 'Who read what, in whose mailbox'),
    // A preview beside an editor is narrow: five columns fit, eight do not.
    table(
      ['Reader', 'Mailbox', 'Through', 'What', 'First (UTC)'],
      shown.map((reading) => readRow(page, callOf, reading)),
    ),
    ...(left > 0 ? [paragraph(`and ${numberText(left)} more: `, { words: ASK })] : []),
  ];
}

function readRow(page: Page, callOf: CallOf, { finding, told }: Reading): readonly Line[] {
  const { mailbox, reader, through } = told;
  const [first] = finding.acts;
  return [
    callOf(readerOf(told)),
    mailbox === reader && through === 'own' ? ['the same'] : callOf(mailbox),
    [DOORS[through]],
    [whatText(told)],
    [{ text: timeOf(first.row.time), href: page.links.act(first) }],
  ];
}

function readerOf({ through, role, reader }: ReadingTold): string | null {
  return through === 'impersonation' ? role : reader;
}

function timeOf(time: number): string {
  return Number.isNaN(time) ? 'no time' : secondText(time);
}

/** `24 messages, 1 folder; 3 refused`. */
function whatText({ items, folders, attachments, refused }: ReadingTold): string {
  const read = [countOf(items, 'message'), countOf(folders, 'folder'), countOf(attachments, 'attachment')].flat();
  const done = read.length === 0 ? 'nothing' : read.join(', ');
  const not = refused === null ? ['refused: not told'] : refused > 0 ? [`${numberText(refused)} refused`] : [];
  return [done, ...not].join('; ');
}

function countOf(count: number | null, thing: string): readonly string[] {
  if (count === null) return [`${thing}s: not told`];
  return count === 0 ? [] : [countText(count, thing)];
}

/**
 * A user or a role by name where one is known, and by id where none is, or another one in the table has the same name: each row leads to a
 * record, which has the id of every one.
 */
function calling({ findings }: Page, own: OwnTold, readings: readonly Reading[]): CallOf {
  const ids = new Set(readings.flatMap(({ told }) => [readerOf(told), told.mailbox]));
  const nameOf = (id: string): string | undefined => own.names.get(id) ?? nameIn(entityOf(findings.entities, '', id));
  const bearers = new Map<string, number>();
  for (const id of ids) {
    const name = id === null ? undefined : nameOf(id);
    if (name !== undefined) bearers.set(name, (bearers.get(name) ?? 0) + 1);
  }
  return (id) => {
    if (id === null || id === '') return ['not told'];
    const name = nameOf(id);
    if (name === undefined) return cellText(id, '');
    const isShared = (bearers.get(name) ?? 0) > 1;
    return cellText(isShared ? `${name} (${id})` : name, '');
  };
}
