import { personAndRole } from '../explain/actorName';
import { csv, inlineCode, markdown } from '../explain/escape';
import { serviceLabel } from '../explain/serviceLabel';
import { type Entities, targetInFull } from './entities';
import type { EventFacts } from './facts';
import { listed, throughRole } from './listedEvent';
import type { EventInLog } from './order';

/** What an event is handed on as: its record, a row of a table with or without a row that names the columns, or its eventID. */
export type CopiedAs = 'json' | 'markdown' | 'csv' | 'id';

/** The columns of a copied table, as CloudTrail calls them where it has a name for what they hold. */
const COLUMNS = [
  'eventTime',
  'service',
  'eventName',
  'actor',
  'role',
  'target',
  'outcome',
  'errorCode',
  'sourceIPAddress',
  'accessKeyId',
  'eventID',
] as const;
/** Ids stand in code, so that no viewer makes anything of them. */
const CODE: ReadonlySet<(typeof COLUMNS)[number]> = new Set(['sourceIPAddress', 'accessKeyId', 'eventID']);
/** Longer texts belong into no table. UTF-16 units. */
const LONGEST = 300;

/**
 * Events as a table to be pasted. One event is a row without a head, so that it can be pasted behind others.
 *
 * @param as where it is pasted: in Markdown, or in a spreadsheet, which runs no cell of it as a formula
 */
export function copiedTable(events: readonly EventInLog[], entities: Entities, as: 'markdown' | 'csv'): string {
  const rows = events.map((event) => cellsOf(event, entities));
  const head = events.length === 1 ? [] : [COLUMNS.join(as === 'csv' ? ',' : ' | ')];
  if (as === 'csv') return [...head, ...rows.map((cells) => cells.map(csv).join(','))].join('\r\n');
  const heads = head.flatMap((names) => [`| ${names} |`, `| ${COLUMNS.map(() => '---').join(' | ')} |`]);
  return [...heads, ...rows.map((cells) => `| ${cells.map(markdownCell).join(' | ')} |`)].join('\n');
}

function markdownCell(text: string, at: number): string {
  const column = COLUMNS[at];
  const isCode = column !== undefined && CODE.has(column) && text !== '';
  return isCode ? inlineCode(text, LONGEST) : markdown(text, LONGEST);
}

function cellsOf(event: EventInLog, entities: Entities): readonly string[] {
  const { facts } = event;
  const { eventTime = '', outcome, errorCode = '' } = listed(event, entities);
  const { person, role = '' } = personAndRole(facts.actor.kind, facts.actor.name);
  const cells: Readonly<Record<(typeof COLUMNS)[number], string>> = {
    eventTime,
    service: serviceLabel(facts.eventSource),
    eventName: facts.eventName,
    actor: person,
    role: facts.impersonator === '' ? role : throughRole(facts, entities, targetInFull),
    // An id that is cut finds nothing where it is pasted.
    target: Array.from(new Set(facts.targets.map((each) => targetInFull(entities, facts, each)))).join(', '),
    outcome,
    errorCode,
    sourceIPAddress: facts.sourceIPAddress,
    accessKeyId: accessKeyOf(facts),
    eventID: facts.eventID,
  };
  return COLUMNS.map((column) => cells[column]);
}

function accessKeyOf({ actor }: EventFacts): string {
  return actor.accessKeyId ?? '';
}
