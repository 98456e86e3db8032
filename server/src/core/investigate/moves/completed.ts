import { once } from '../../once';
import { WantedTexts } from '../wantedTexts';
import { closeLooks } from './bursts';
import { CourseOfOne } from './courseOfOne';
import type { Door } from './door';
import type { Episode, House } from './episodes';
import { inOrder, type Line } from './line';
import type { LineSet } from './lineSet';

const HOUR = 3_600_000;
/** Whoever belongs to the house looks at many things; so long before a deed looking belongs to it, where it is much. */
const BEFORE = 2 * HOUR;
const MANY_LOOKS = 3;
const NONE: readonly never[] = [];
const DAY = 24 * HOUR;
/** What is taken back sooner was needed once. */
const SOON = 3 * DAY;

/** What AWS does for a job it does in other services. */
const MAIL: ReadonlySet<string> = new Set(['workmail', 'workmailmessageflow']);

/** Of what one did before a deed, so many acts are looked at. */
const MOST = 2000;

/** Adds to episodes what else belongs to them: what made their doors and shut them again, and what AWS did for them. */
export class Completing {
  readonly #house: House;
  readonly #daily: LineSet;
  readonly #rolesOfMoves: ReadonlySet<string>;
  readonly #bucketsOfMoves: ReadonlySet<string>;
  /** Lines of services of AWS by what they name. */
  readonly #served = once(() => this.#servedLines());
  /** What doors of nobody's move go by: buckets, roles and keys. Nothing else is ever asked for of what was set up. */
  readonly #means = once(() => new WantedTexts(meansOf(this.#house)));
  /** Of one who acts the lines that make those, by what they make and name. */
  readonly #setUp = new Map<number, ReadonlyMap<string, readonly Line[]>>();
  readonly #courses = new Map<number, CourseOfOne>();

  constructor(house: House) {
    this.#house = house;
    this.#daily = house.daily;
    this.#bucketsOfMoves = new Set(
      Array.from(house.broad).flatMap(({ through, name }) => (through === 'bucket' ? [name] : [])),
    );
    this.#rolesOfMoves = new Set(Array.from(house.broad).flatMap(({ arns }) => arns));
  }

  complete(episode: Episode): Episode {
    const { serious, lines, isStranger } = episode;
    if (!isStranger && serious.every((line) => this.#daily.has(line))) return episode;
    const { doors, broad } = this.#house;
    const narrow = new Set<Door>();
    const whos = new Set<number>();
    for (const line of serious) {
      whos.add(line.whoNumber);
      const door = doors.doorOf(line);
      if (door !== undefined && !broad.has(door)) narrow.add(door);
    }
    const more: Line[] = [];
    for (const door of narrow) {
      for (const line of door.tried) if (whos.has(line.whoNumber)) more.push(line);
      for (const line of door.around) if (whos.has(line.whoNumber)) more.push(line);
      this.#addServed(more, door, serious);
    }
    if (serious.some((line) => doors.diverted.away.has(line)))
      for (const line of doors.diverted.back) if (whos.has(line.whoNumber)) more.push(line);
    if (!isStranger) this.#addPreparing(more, serious, narrow);
    return more.length === 0 ? episode : { ...episode, lines: inOrder([...lines, ...more]) };
  }

  /** The role that AWS takes to write what a job exports, about the time of the deed: others may have given it to jobs of their own. */
  #addServed(more: Line[], { arns, carried }: Door, serious: readonly Line[]): void {
    const [from, to] = [(serious[0]?.at ?? 0) - DAY, (serious.at(-1)?.at ?? 0) + DAY];
    for (const arn of arns) {
      if (this.#rolesOfMoves.has(arn)) continue;
      for (const line of this.#served().get(arn) ?? NONE) if (line.at >= from && line.at <= to) more.push(line);
    }
    for (const { made } of carried) for (const id of made) add(more, this.#served().get(id) ?? NONE);
  }

  /** What one of the house did for a deed before it: buckets, keys and roles of its doors, readers that were made, and much looking. */
  #addPreparing(more: Line[], serious: readonly Line[], narrow: ReadonlySet<Door>): void {
    const [first, last] = [serious[0], serious.at(-1)];
    if (first === undefined || last === undefined) return;
    const things = new Set(
      Array.from(narrow).flatMap(({ name, arns }) => {
        const own = arns.filter((arn) => !this.#rolesOfMoves.has(arn));
        return [...(this.#bucketsOfMoves.has(name) ? [] : [name]), ...own, ...own.map(lastOf)];
      }),
    );
    for (const thing of things) add(more, this.#setUpBy(first).get(thing) ?? NONE);
    const course = this.#courseOf(first);
    const around = course.between(first.at - BEFORE, last.at, MOST);
    for (const thing of things) add(more, course.workOn(thing, around));
    const before = first === last ? around : course.between(first.at - BEFORE, Math.min(first.at, last.at), MOST);
    const looks = course.looksFrom(first.netNumber, before);
    if (isMuchLooking(looks)) add(more, looks);
    if (first.deed !== 'forward') return;
    for (const line of course.closingIn(course.between(first.at, last.at + SOON, MOST)))
      if (isOfRules(line)) more.push(line);
  }

  #setUpBy({ whoNumber }: Line): ReadonlyMap<string, readonly Line[]> {
    const known =
      this.#setUp.get(whoNumber) ?? indexed(this.#settingUp(whoNumber), this.#means(), (line) => line.named);
    this.#setUp.set(whoNumber, known);
    return known;
  }

  #settingUp(whoNumber: number): readonly Line[] {
    const means = this.#means();
    return this.#house.byWho(whoNumber).filter(({ deed, act }) => deed === 'setUp' && act.namesSome(means));
  }

  /** Of what services of AWS name, only what doors of nobody's move are about is ever asked for. */
  #servedLines(): ReadonlyMap<string, readonly Line[]> {
    const { lines, doors, broad } = this.#house;
    const wanted = new Set<string>();
    for (const door of doors.all) {
      if (broad.has(door)) continue;
      for (const arn of door.arns) if (!this.#rolesOfMoves.has(arn)) wanted.add(arn);
      for (const { made } of door.carried) for (const id of made) wanted.add(id);
    }
    return indexed(lines, wanted, (line) =>
      line.whoNumber === 0 && !MAIL.has(line.service) ? textsOf(line.named) : NONE,
    );
  }

  #courseOf({ whoNumber }: Line): CourseOfOne {
    const known = this.#courses.get(whoNumber) ?? new CourseOfOne(this.#house.byWho(whoNumber));
    this.#courses.set(whoNumber, known);
    return known;
  }
}

function meansOf({ doors, broad }: House): ReadonlySet<string> {
  const found = new Set<string>();
  for (const door of doors.all) {
    if (broad.has(door)) continue;
    for (const text of [door.name, ...door.arns, ...door.arns.map(lastOf)]) found.add(text);
  }
  return found;
}

/** One by one: hundreds of episodes have as many lines each, and more than some ten thousand are no arguments of one call. */
function add(more: Line[], some: readonly Line[]): void {
  for (const line of some) more.push(line);
}

/** Whether somebody looks at many kinds of things, mailboxes or their access among them: mostly the first few lines tell. */
function isMuchLooking(looks: readonly Line[]): boolean {
  const actions = new Set<string>();
  let isClose = false;
  for (const { action } of looks) {
    if (actions.has(action)) continue;
    actions.add(action);
    isClose ||= closeLooks().has(action);
    if (isClose && actions.size >= MANY_LOOKS) return true;
  }
  return false;
}

function isOfRules({ action }: Line): boolean {
  return /Rule$|Gateway$/.test(action);
}

function lastOf(arn: string): string {
  return arn.slice(Math.max(arn.lastIndexOf('/'), arn.lastIndexOf(':')) + 1);
}

const IDS = /[0-9a-f]{8}-?(?:[0-9a-f]{4}-?){3}[0-9a-f]{12}/g;
const SHORTEST_ID = 32;

/** Texts, and the ids in them: a session of an export is called by its job. */
function textsOf(named: readonly string[]): readonly string[] {
  return named.flatMap((text) => (text.length < SHORTEST_ID ? text : [text, ...(text.match(IDS) ?? [])]));
}

/** Lines by those of their texts that are wanted. */
function indexed(
  lines: readonly Line[],
  wanted: Pick<ReadonlySet<string>, 'has' | 'size'>,
  textsIn: (line: Line) => readonly string[],
): ReadonlyMap<string, readonly Line[]> {
  const found = new Map<string, Line[]>();
  if (wanted.size === 0) return found;
  for (const line of lines)
    for (const text of textsIn(line)) {
      if (!wanted.has(text)) continue;
      const known = found.get(text);
      if (known === undefined) found.set(text, [line]);
      else known.push(line);
    }
  return found;
}
