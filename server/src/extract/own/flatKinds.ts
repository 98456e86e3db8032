import { once } from '../../core/once';
import { isOrganizationArn, ownKindOf } from '../../core/read/own/ownKind';
import { type OwnLog, ownLogs } from '../../core/read/own/ownLogs';
import { HOW } from './flatFields';
import { ENTRY, type FlatEntries, type FlatLines } from './flatLines';

/** More shapes are not remembered: who writes logs can make many. */
const MOST_SHAPES = 4096;
/** So many kinds of records are found without a search; a power of two. */
const RECENT = 64;
const PARTS = 4;
const HIGH = 2 ** 32;
const ORGANIZATION = 'organization_arn';

/** Fields whose values say what was done, of logs of flat records. */
const actFields = /* @__PURE__ */ once(
  () => new Set(ownLogs().flatMap(({ family, act }) => (family === 'audit' ? (act.field ?? []) : []))),
);

/** What records are of that have the same fields and name the same organization. */
type Kind = { readonly log: OwnLog | undefined } | { readonly byAct: Map<number, OwnLog | undefined> };

/**
 * Which log each record is of. That follows from which of its fields say something, from whether it names an organization of WorkMail, and,
 * where those leave it open, from what was done: so it is asked once for all records that have these alike.
 */
export class FlatKinds {
  readonly #lines: FlatLines;
  readonly #organization: number;
  readonly #act: number;
  readonly #known = new Map<number, Map<number, Kind>>();
  /** What was found last for some records: the two halves of their shape, their organization and what was done. */
  readonly #recent = new Uint32Array(PARTS * RECENT);
  readonly #isRecent = new Uint8Array(RECENT);
  readonly #recentLogs: (OwnLog | undefined)[] = new Array<OwnLog | undefined>(RECENT).fill(undefined);
  #last: Kind | undefined;
  #lastShape = -1;
  #lastArn = -1;
  #size = 0;

  constructor(lines: FlatLines) {
    this.#lines = lines;
    this.#organization = lines.fields.findIndex(({ name }) => name === ORGANIZATION);
    this.#act = lines.fields.findIndex(({ name }) => actFields().has(name));
  }

  /** Whether the logs that are known can be told apart in this way. */
  get isUsable(): boolean {
    return this.#organization >= 0 && actFields().size <= 1;
  }

  /** Undefined where it is of none. */
  of({ numbers, width }: FlatEntries, entry: number): OwnLog | undefined {
    const at = entry * width;
    const [low, high] = [numbers[at + ENTRY.there] ?? 0, numbers[at + ENTRY.there + 1] ?? 0];
    const arn = numbers[at + ENTRY.fields + this.#organization] ?? 0;
    const act = this.#act < 0 ? 0 : (numbers[at + ENTRY.fields + this.#act] ?? 0);
    const recent = this.#recent;
    const place = (low ^ (low >>> 7) ^ (low >>> 14) ^ Math.imul(act, 5)) & (RECENT - 1);
    const first = PARTS * place;
    if (
      recent[first] === low &&
      recent[first + 1] === high &&
      recent[first + 2] === arn &&
      recent[first + 3] === act &&
      this.#isRecent[place] === 1
    )
      return this.#recentLogs[place];
    const log = this.#lookedUp(low + HIGH * high, arn, act);
    recent[first] = low;
    recent[first + 1] = high;
    recent[first + 2] = arn;
    recent[first + 3] = act;
    this.#isRecent[place] = 1;
    this.#recentLogs[place] = log;
    return log;
  }

  #lookedUp(shape: number, arn: number, act: number): OwnLog | undefined {
    if (this.#last === undefined || shape !== this.#lastShape || arn !== this.#lastArn) {
      this.#last = this.#kindOf(shape, arn);
      this.#lastShape = shape;
      this.#lastArn = arn;
    }
    const kind = this.#last;
    if ('log' in kind) return kind.log;
    if (kind.byAct.has(act)) return kind.byAct.get(act);
    const log = this.#askedOf(shape, arn, act);
    if (kind.byAct.size < MOST_SHAPES) kind.byAct.set(act, log);
    return log;
  }

  #kindOf(shape: number, arn: number): Kind {
    const known = this.#known.get(shape)?.get(arn);
    if (known !== undefined) return known;
    const isTold =
      isOrganizationArn(this.#lines.textOf(arn)) &&
      this.#lines.fields.some(({ how }, field) => how === HOW.truth && isIn(shape, field));
    const kind: Kind = isTold ? { log: this.#askedOf(shape, arn, 0) } : { byAct: new Map() };
    if (this.#size++ > MOST_SHAPES) this.#known.clear();
    const ofShape = this.#known.get(shape) ?? new Map<number, Kind>();
    this.#known.set(shape, ofShape.set(arn, kind));
    return kind;
  }

  /** As of a record with something in the same fields: nothing else of it is looked at. */
  #askedOf(shape: number, arn: number, act: number): OwnLog | undefined {
    const said = this.#lines.fields.flatMap(({ name }, field): readonly (readonly [string, string])[] => {
      if (!isIn(shape, field)) return [];
      if (field === this.#organization) return [[name, this.#lines.textOf(arn)]];
      return [[name, field === this.#act ? this.#lines.textOf(act) : SOMETHING]];
    });
    return ownKindOf(Object.fromEntries(said.map(([name, text]) => [name, text === '' ? SOMETHING : text])));
  }
}

const SOMETHING = 'null';

function isIn(shape: number, field: number): boolean {
  return Math.floor(shape / 2 ** field) % 2 === 1;
}
