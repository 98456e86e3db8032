import { gather } from '../gather';
import { targetText } from '../groups';
import type { PlacedFacts } from '../order';
import { type Block, heading, type Line, list, paragraph, table } from './blocks';
import { entryOf, logText, numberText, type Page, timeLink } from './page';

/** Events of this kind are listed one by one, so there is room for more than in other tables. */
const MOST_EVENTS = 200;

/** Events of actions that weigh most, one by one, and why they do. */
export function notableSection(page: Page): readonly Block[] {
  const { notable } = page.findings;
  if (notable.length === 0) return [];
  const shown = notable.slice(0, MOST_EVENTS);
  const left = notable.length - shown.length;
  const more = `${numberText(left)} later events of such actions are not listed here; the table of actions leads to all.`;
  return [
    heading(2, 'Events to look at first'),
    paragraph(
      'Calls of actions that give access to mail, move it elsewhere, remove it or hide traces, in the order they happened. ',
      'Most of them are daily work of an administrator; what tells is who, from where, and what came before.',
    ),
    table(
      ['Time', 'Weight', 'Action', 'Who', 'On what', 'Outcome', 'eventID'],
      shown.map((event) => eventRow(page, event)),
    ),
    ...(left > 0 ? [paragraph(more)] : []),
    heading(3, 'Why these actions weigh'),
    list(reasons(notable)),
  ];
}

function eventRow(page: Page, event: PlacedFacts): readonly Line[] {
  const { facts } = event;
  return [
    [{ ...timeLink(page, event), isPlace: true }],
    [facts.weight ?? ''],
    [{ log: facts.eventName }],
    logText(facts.actor.name, 'unknown'),
    logText(targetText(facts, page.findings.entities), ''),
    outcomeLine(event),
    logText(facts.eventID, 'none'),
  ];
}

function outcomeLine({ facts }: PlacedFacts): Line {
  if (facts.malformed === 'syntax') return ['malformed'];
  if (facts.outcome !== 'failed') return [facts.outcome === 'succeeded' ? 'succeeded' : 'unknown'];
  return facts.errorCode === '' ? ['failed'] : ['failed: ', { log: facts.errorCode }];
}

function reasons(notable: readonly PlacedFacts[]): readonly Line[] {
  return gather(notable, ({ facts }) => [facts.eventName]).flatMap(({ events: [first] }): readonly Line[] => {
    const entry = first && entryOf(first);
    return first === undefined || entry === undefined
      ? []
      : [[{ log: first.facts.eventName }, ` (${entry.weight}): `, { words: entry.investigate }]];
  });
}
