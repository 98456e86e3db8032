import { ownParts, teachesName } from '../investigate/ownParticulars';
import { mailName } from '../read/own/mailCell';
import { actorIdOf, errorOf, identityTypeOf, messageOf } from '../read/own/ownEnvelope';
import { ownLogs } from '../read/own/ownLogs';
import type { OwnReading } from '../read/own/ownReading';
import { type OwnNumbers, ROLES_LEFT_OUT } from './ownColumns';
import { OwnRowsWriter } from './ownRowsWriter';
import { type ThingsOfLog, thingsOfLog } from './ownThings';
import { describedLesson, type ParticularsWriter } from './particularsWriter';
import type { WrittenTables } from './writtenTables';

/** More users than this are not remembered. */
const MOST_KNOWN = 20_000;
const NONE: readonly never[] = [];

/** What rows of WorkMail's own logs have otherwise than those of calls: the tuples, what they say of things, and columns of their own. */
export class OwnRowWriter {
  readonly #tables: WrittenTables;
  readonly #particulars: ParticularsWriter;
  readonly #own: OwnRowsWriter;
  readonly #things: readonly (ThingsOfLog | undefined)[];
  /** Tuples of the organization that was written last: records of a log are of one. */
  readonly #calls = new Map<string, number>();
  readonly #identities = new Map<string, number>();
  /** Of the record that was written last: those of a file have the same. */
  #fields: { readonly names: readonly string[]; readonly known: ReadonlySet<string> } = {
    names: NONE,
    known: new Set(),
  };
  #region = '';
  #account = '';
  readonly #organization = { id: '', number: 0 };

  constructor(tables: WrittenTables, particulars: ParticularsWriter) {
    this.#tables = tables;
    this.#particulars = particulars;
    this.#own = new OwnRowsWriter(tables.texts);
    this.#things = ownLogs().map((log) => thingsOfLog(log, (text) => tables.texts.numberOf(text)));
  }

  take(): OwnNumbers {
    return this.#own.take();
  }

  /** The number of the tuple of `callTexts`. */
  call(reading: OwnReading): number {
    const { log, act, region, account, allowed } = reading;
    this.#beIn(region, account);
    const key = `${log.number}${allowed === false ? '!' : ' '}${act}`;
    const known = this.#calls.get(key);
    if (known !== undefined) return known;
    const { texts, calls } = this.#tables;
    const said = [log.id, act, errorOf(reading), region, account].map((text) => texts.numberOf(text));
    const number = calls.numberOf([...said, 0, 0]);
    this.#calls.set(key, number);
    return number;
  }

  /** The number of the tuple of `identityTexts`. */
  identity(reading: OwnReading): number {
    const { name, region, account } = reading;
    const id = actorIdOf(reading);
    const kind = identityTypeOf(reading);
    this.#beIn(region, account);
    // An id tells by itself whose it is, and stands in a column of its own.
    const key = `${kind} ${id === '' ? name : '\n'}`;
    const known = this.#identities.get(key);
    if (known !== undefined) return known;
    const { texts, identities } = this.#tables;
    const hasActor = id !== '' || name !== '';
    const type = hasActor ? texts.numberOf(kind) : 0;
    const of = hasActor ? texts.numberOf(account) : 0;
    const number = identities.numberOf([type, of, id === '' ? texts.numberOf(name) : 0, 0, 0, 0, 0, 0, 0, 0, 0]);
    if (this.#identities.size < MOST_KNOWN) this.#identities.set(key, number);
    return number;
  }

  /** All else. @param names of the fields of its file, where its lines hold values alone */
  add(row: number, reading: OwnReading, names: readonly string[] | undefined): void {
    const numbers = this.#own.add(row, reading, this.#lacksRoles(reading, names) ? ROLES_LEFT_OUT : 0);
    const things = this.#things[reading.log.number];
    if (things === undefined) {
      const { particulars, things: named } = ownParts(reading);
      this.#particulars.add(row, particulars, named, '');
      return;
    }
    const { texts } = this.#tables;
    const message = messageOf(reading);
    const owner = numbers[things.owner] ?? 0;
    const organization = this.#organizationNumber(reading.organization);
    this.#particulars.addNumbers(row, {
      error: message === '' ? 0 : texts.numberOf(message),
      organization,
      targets: owner === 0 ? NONE : [owner, things.described],
      lesson: teachesName(reading)
        ? [numbers[things.user] ?? 0, numbers[things.name] ?? 0, describedLesson('user', reading.name.includes('@'))]
        : NONE,
      named: namedBy(numbers, things.named, organization, owner),
    });
  }

  #lacksRoles({ log }: OwnReading, names: readonly string[] | undefined): boolean {
    if (names === undefined) return false;
    if (names !== this.#fields.names) this.#fields = { names, known: new Set(names.map(mailName)) };
    return log.byRole.get('actor')?.every((name) => !this.#fields.known.has(name)) ?? false;
  }

  #organizationNumber(id: string): number {
    if (id !== this.#organization.id) {
      this.#organization.id = id;
      this.#organization.number = this.#tables.texts.numberOf(id);
    }
    return this.#organization.number;
  }

  #beIn(region: string, account: string): void {
    if (region === this.#region && account === this.#account) return;
    this.#region = region;
    this.#account = account;
    this.#calls.clear();
    this.#identities.clear();
  }
}

/** The things a row names beside its target, each once. */
function namedBy(numbers: Uint32Array, places: readonly number[], organization: number, owner: number): number[] {
  const named: number[] = organization === 0 ? [] : [organization];
  for (const place of places) {
    const number = numbers[place] ?? 0;
    if (number !== 0 && number !== owner && !named.includes(number)) named.push(number);
  }
  return named;
}
