import type { MailTold, OwnTold } from '../own/ownTold';
import { type Block, heading, type Line, paragraph, table } from './blocks';
import { ownPeriodCells } from './ownPeriod';
import { cellText, fewValues, MOST_ROWS, mostOf, numberText, type Page } from './page';
import { periodTitles } from './times';

/** Addresses in one cell. */
const MOST_ADDRESSES = 3;

const WHAT: Readonly<Record<MailTold['kind'], string>> = {
  sent: 'sent',
  'on-behalf': 'sent in the name of another',
  rule: 'sent on by a rule',
  journaled: 'copied by journaling',
};

/** Mail that was sent, and mail that something sent on. */
export function ownMailBlocks(page: Page, { mail }: OwnTold): readonly Block[] {
  if (mail.length === 0) return [];
  const shown = mail.slice(0, mostOf(page, MOST_ROWS));
  const left = mail.length - shown.length;
  return [
    heading(3, 'Mail sent and sent on'),
    table(
      ['What', 'By', 'To', 'Messages#', ...periodTitles],
      shown.map((each) => [
        [WHAT[each.kind]],
        byLine(each),
        fewValues(each.to, mostOf(page, MOST_ADDRESSES), 'not told'),
        [numberText(each.messages)],
        ...ownPeriodCells(page, each),
      ]),
    ),
    ...(left > 0 ? [paragraph(`and ${numberText(left)} more: `, { words: ASK })] : []),
  ];
}

const ASK = '`workmail-trail events --where service:email-events` lists all.';

function byLine({ kind, by, from }: MailTold): Line {
  // A rule may be called anything, a dot or the address of somebody.
  const line = kind === 'rule' && by !== '' ? ['rule “', ...cellText(by, ''), '”'] : cellText(by, 'not told');
  return from === '' ? line : [...line, ' for ', ...cellText(from, '')];
}
