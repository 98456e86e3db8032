import { once } from '../../once';
import { type Door, mailboxOf } from './door';
import type { Episode, House } from './episodes';
import type { Line } from './line';

const HOUR = 3_600_000;
/** Whoever belongs to the house looks at many things; so long before a deed looking belongs to it, where it is much. */
const BEFORE = 2 * HOUR;
const MANY_LOOKS = 3;
/** Whoever only wants to know how many mailboxes there are asks for none of these. */
const CLOSE_LOOKS = [
  'ListMailboxPermissions',
  'ListImpersonationRoles',
  'ListAccessControlRules',
  'GetJournalingRules',
];
const DAY = 24 * HOUR;
/** What is taken back sooner was needed once. */
const SOON = 3 * DAY;

/** Adds to episodes what else belongs to them: what made their doors and shut them again, and what AWS did for them. */
export class Completing {
  readonly #house: House;
  /** Lines of services of AWS by what they name. */
  readonly #served = once(() =>
    indexed(
      this.#house.lines.filter(({ who }) => who === ''),
      ({ act }) => textsOf(act.row.named),
    ),
  );
  readonly #byWho = once(() => indexed(this.#house.lines, ({ who }) => (who === '' ? [] : [who])));
  readonly #rolesOfMoves: ReadonlySet<string>;

  constructor(house: House) {
    this.#house = house;
    this.#rolesOfMoves = new Set(Array.from(house.broad).flatMap(({ arns }) => arns));
  }

  complete(episode: Episode): Episode {
    const { doors, broad } = this.#house;
    const narrow = new Set(
      episode.serious.flatMap((line) => {
        const door = doors.of.get(line);
        return door === undefined || broad.has(door) ? [] : [door];
      }),
    );
    const whos = new Set(episode.serious.map(({ who }) => who));
    const found = new Set(episode.lines);
    for (const door of narrow) {
      for (const line of [...door.tried, ...door.around]) if (whos.has(line.who)) found.add(line);
      for (const line of this.#servedFor(door)) found.add(line);
    }
    if (!episode.isStranger) for (const line of this.#preparing(episode, narrow)) found.add(line);
    return { ...episode, lines: Array.from(found).sort((one, other) => one.at - other.at) };
  }

  /** The role that AWS takes to write what a job exports. */
  *#servedFor({ arns, carried }: Door): Generator<Line> {
    for (const arn of arns) if (!this.#rolesOfMoves.has(arn)) yield* this.#served().get(arn) ?? [];
    for (const { act } of carried) for (const id of act.row.made) yield* this.#served().get(id) ?? [];
  }

  /** What one of the house did for a deed before it: buckets, keys and roles of its doors, and much looking. */
  *#preparing({ serious }: Episode, narrow: ReadonlySet<Door>): Generator<Line> {
    const first = serious[0];
    if (first === undefined) return;
    const isForward = first.deed === 'forward';
    const last = serious.at(-1)?.at ?? 0;
    const things = new Set(Array.from(narrow).flatMap(({ name, arns }) => [name, ...arns, ...arns.map(lastOf)]));
    const looks: Line[] = [];
    for (const line of this.#byWho().get(first.who) ?? []) {
      if (line.at > last + SOON) break;
      if (isForward && line.deed === 'close' && line.at >= first.at && isOfRules(line)) yield line;
      if (line.at > last) continue;
      const { made, named } = line.act.row;
      if (line.deed === 'work' && first.at - line.at < BEFORE && isAbout(line, things)) yield line;
      if (line.deed === 'setUp' && [...made, ...named].some((text) => things.has(text))) yield line;
      if (line.deed === 'look' && line.net === first.net && line.at <= first.at && first.at - line.at < BEFORE)
        looks.push(line);
    }
    const actions = new Set(looks.map(({ act }) => act.row.action));
    if (actions.size >= MANY_LOOKS && CLOSE_LOOKS.some((action) => actions.has(action))) yield* looks;
  }
}

function isOfRules({ act }: Line): boolean {
  return /Rule$|Gateway$/.test(act.row.action);
}

/** Whether a call makes, or is about, one of some things. */
function isAbout(line: Line, things: ReadonlySet<string>): boolean {
  return things.has(mailboxOf(line)) || line.act.row.made.some((id) => things.has(id.toLowerCase()));
}

function lastOf(arn: string): string {
  return arn.slice(Math.max(arn.lastIndexOf('/'), arn.lastIndexOf(':')) + 1);
}

/** Texts, and the ids in them: a session of an export is called by its job. */
function textsOf(named: readonly string[]): readonly string[] {
  return named.flatMap((text) => [text, ...(text.match(/[0-9a-f]{8}-?(?:[0-9a-f]{4}-?){3}[0-9a-f]{12}/g) ?? [])]);
}

function indexed(
  lines: readonly Line[],
  textsIn: (line: Line) => readonly string[],
): ReadonlyMap<string, readonly Line[]> {
  const found = new Map<string, Line[]>();
  for (const line of lines)
    for (const text of textsIn(line)) {
      const known = found.get(text);
      if (known === undefined) found.set(text, [line]);
      else known.push(line);
    }
  return found;
}
