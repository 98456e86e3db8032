import { once } from '../../core/once';
import { isOrganizationArn, ownKindOf } from '../../core/read/own/ownKind';
import { type OwnLog, ownLogs } from '../../core/read/own/ownLogs';
import { HOW } from './flatFields';
import { ENTRY, type FlatLines } from './flatLines';

/** More shapes are not remembered: who writes logs can make many. */
const MOST_SHAPES = 4096;
const HIGH = 2 ** 32;
const NUMBER_BYTES = 4;
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
  #last: Kind | undefined;
  #lastShape = -1;
  #lastArn = -1;
  #size = 0;

  constructor(lines: FlatLines) {
    this.#lines = lines;
    this.#organization = lines.fields.findIndex(({ name }) => name === ORGANIZATION);
    this.#act = lines.fields.findIndex(({ name }) => actFields().has(name));
  }

  /** Where entries have what a record is told by, in bytes behind their beginning; 0 where nothing does. */
  get places(): { readonly organization: number; readonly act: number } {
    const placeOf = (field: number): number => (field < 0 ? 0 : NUMBER_BYTES * (ENTRY.fields + field));
    return { organization: placeOf(this.#organization), act: placeOf(this.#act) };
  }

  /** Whether the logs that are known can be told apart in this way. */
  get isUsable(): boolean {
    return this.#organization >= 0 && actFields().size <= 1;
  }

  /**
   * Undefined where it is of none. The extractor remembers what it was told last, so this is asked for few records.
   *
   * @param low of the bits of fields that say something, the lower half @param high the other
   * @param arn number of the text of the organization's field @param act of what was done
   */
  of(low: number, high: number, arn: number, act: number): OwnLog | undefined {
    const shape = low + HIGH * high;
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
