import { recordSchema } from '../../../generated/schemas';
import { once } from '../../once';
import { inlineCode } from '../escape';
import { listed } from '../prose';
import { ofText } from './context';

type Version = readonly [major: number, minor: number];

/** Two whole numbers; 1.10 is newer than 1.9, and 1.08 is written for 1.8. */
function parseVersion(text: string): Version | undefined {
  const found = /^(\d{1,6})\.(\d{1,6})$/.exec(text);
  return found === null ? undefined : [Number(found[1]), Number(found[2])];
}

/** Negative when `left` is the older one. */
function compareVersions(left: Version, right: Version): number {
  return left[0] - right[0] || left[1] - right[1];
}

interface Brought {
  readonly text: string;
  readonly version: Version;
  readonly fields: readonly string[];
}

/** What each version brought, oldest first. */
const versions = once((): readonly Brought[] => {
  const fields = new Map<string, string[]>();
  for (const [name, { 'x-since': since }] of recordSchema().properties ?? []) {
    if (since !== undefined) fields.set(since, [...(fields.get(since) ?? []), name]);
  }
  return [...fields]
    .map(([text, names]) => ({ text, version: parseVersion(text) ?? ([0, 0] as const), fields: names }))
    .sort((left, right) => compareVersions(left.version, right.version));
});

/** Whether the version is newer than every field the schemas know. */
export function isNewerThanKnown(version: string): boolean {
  const parsed = parseVersion(version);
  const newest = versions().at(-1);
  return parsed !== undefined && newest !== undefined && compareVersions(parsed, newest.version) > 0;
}

/** What a version of the record format brought, and what can't be in the record yet. */
export const explainEventVersion = ofText((text) => {
  const version = parseVersion(text);
  if (version === undefined)
    return ['This is no version of the record format: two whole numbers with a point between them.'];
  const newest = versions().at(-1);
  if (newest !== undefined && isNewerThanKnown(text)) {
    return [
      version[0] > 1
        ? 'A format of a new kind. WorkMail Trail knows the formats 1.x, so read its explanations with care.'
        : `Newer than ${newest.text}, the newest version WorkMail Trail knows. Everything else stays readable; fields that are new are shown as unknown.`,
    ];
  }
  const brought = versions().find((known) => compareVersions(known.version, version) === 0);
  const later = versions().filter((known) => compareVersions(known.version, version) > 0);
  const first =
    brought === undefined || version[1] === 0
      ? 'A version WorkMail Trail knows.'
      : `This version brought ${listed(brought.fields.map((name) => inlineCode(name)))}.`;
  const missing = later
    .flatMap(({ fields }) => fields)
    .slice(0, 6)
    .map((name) => inlineCode(name));
  return later.length === 0
    ? [first]
    : [
        first,
        `Later ones brought ${listed(missing)}${later.flatMap(({ fields }) => fields).length > 6 ? ' and others' : ''}: that they are missing here says nothing.`,
      ];
});
