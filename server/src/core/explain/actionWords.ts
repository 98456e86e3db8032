/** Explains an eventName: what the action does, why an investigator cares, and where AWS describes it. */
import { catalog } from '../../generated/schemas';
import type { CatalogEntry, Weight } from '../check/schemaTypes';
import type { EventRecord } from '../record';
import { isMailCall } from '../record';
import { inlineCode } from './escape';
import { spelled, textAt } from './members';
import { prose } from './prose';
import { explainSource } from './values/sourceAddress';
import { fieldAt, knownAction } from './words';

const WEIGHTS: Readonly<Record<Weight, string>> = {
  critical: 'Critical: one such call can open, divert or destroy mail.',
  high: 'High: a usual step of an attack, and seldom plain routine.',
  medium: 'Medium: ordinary administration that serves an attacker as well.',
  low: 'Low: rarely matters alone.',
  info: 'For information: changes nothing, and tells something only together with other events.',
};

const ACCESS: Readonly<Record<CatalogEntry['access'], string>> = {
  read: 'reads',
  write: 'changes something',
  unknown: 'reads or changes; AWS does not say clearly',
};

/** The action a record names, as Markdown paragraphs. */
export function actionWords(record: EventRecord, name: string): readonly string[] {
  const known = knownAction(record.action);
  if (known !== undefined) return knownWords(known.name, known.entry);
  return [`**${inlineCode(name, 128)}**`, unknownWords(record, name)];
}

function knownWords(name: string, entry: CatalogEntry): readonly string[] {
  const attack = entry.attack.length === 0 ? '' : ` · ATT&amp;CK ${entry.attack.join(', ')}`;
  return [
    `**${name}** · ${ACCESS[entry.access]}`,
    prose(entry.description),
    `**Why it matters.** ${WEIGHTS[entry.weight]} ${prose(entry.investigate)}`,
    `IAM action ${inlineCode(entry.iamAction)}${attack}`,
    `[AWS documentation](${entry.docs})`,
  ];
}

function unknownWords(record: EventRecord, name: string): string {
  if (!isMailCall(record.service)) {
    const source = textAt(record.event, 'eventSource') ?? '';
    const words = explainSource(source, {
      record,
      path: ['eventSource'],
      field: fieldAt(record, ['eventSource']),
      options: {},
      isNoted: false,
    });
    return `An action of another service than WorkMail, which WorkMail Trail does not explain. ${words.join(' ')}`.trim();
  }
  const namesake = spelled(catalog(), name);
  const source = namesake === undefined ? undefined : catalog().get(namesake)?.eventSource;
  if (source !== undefined) {
    return `WorkMail Trail knows an action of this name, but from ${inlineCode(source)}, not from the service this record names.`;
  }
  return 'WorkMail Trail does not know this action of WorkMail. It may be newer than this version, or not genuine: several names that exist nowhere circulate in published detection rules.';
}
