import { analyze } from '../check/analyze';
import { withEdits } from '../read/edits';
import { spanOf } from '../read/locate';
import type { FieldOrder } from '../read/own/fieldOrder';
import type { EventRecord, JsonPath, LogOutline, Span, TextEdit } from '../record';
import { kindNamed, NamedKinds, redactionWords } from './fieldKinds';
import type { Found } from './found';
import { KnownValues } from './knownValues';
import { NamelessFinds } from './namelessFinds';
import { GONE, type KeyEntries, Pseudonyms } from './pseudonyms';
import { findInRecord, saidInRecord } from './recordFinds';
import { type Remaining, remainingIn } from './remaining';
import { ValueFinds } from './valueFinds';

/** A log with other values in the place of those that tell of somebody. */
export interface RedactedCopy {
  readonly text: string;
  /** Stretches that were replaced. */
  readonly replaced: number;
  readonly records: number;
  /** Records that could not be read by their fields: what was replaced in them was told by its form, or known from elsewhere. */
  readonly byForm: number;
  /** What the log says and the copy still does. Empty when all is well. */
  readonly remaining: readonly Remaining[];
  /** Values that are too short, or words of everybody's, so that the copy was not searched for them. */
  readonly notSearched: number;
}

/** Why there is no copy of a log. */
export interface Refused {
  readonly refused: string;
}

const NO_EVENTS = 'It holds no CloudTrail events that can be read, so nothing is known of what its values are.';
const COVERED =
  'What lies over its text changes its characters, so values can’t be replaced in it. Unpack or decode it first, and redact what comes out.';

/** So many texts that stay are remembered; a log has some hundred. */
const MOST_KEPT = 100_000;
/** Shorter secrets are words by chance. */
const SHORTEST_SECRET = 6;

/**
 * Makes redacted copies of the logs of one case. First every log is learned, so that what one of them tells is replaced in all;
 * then copies are made. The same case gives the same pseudonyms, in every copy.
 */
export class Redactor {
  readonly #names = new NamedKinds();
  readonly #pseudonyms: Pseudonyms;
  readonly #kept = new Set<string>();
  readonly #secrets = new Set<string>();
  #orders: readonly FieldOrder[] = [];
  #ready: { readonly finds: ValueFinds; readonly known: KnownValues; readonly notSearched: number } | undefined;

  /** @param entries of the case's key file; nothing for a new case */
  constructor(entries?: KeyEntries) {
    this.#pseudonyms = new Pseudonyms(entries);
  }

  /** Lines of values without the names of their fields are read by what calls in other logs have told of them. */
  takeOrders(orders: readonly FieldOrder[]): void {
    this.#orders = orders;
  }

  /** Takes down all that will be replaced in a log. @returns whether its lines lack the names of their fields */
  learn(text: string): boolean {
    this.#ready = undefined;
    const finds = new ValueFinds(this.#names);
    const walked = walkLog(text, this.#names, finds, {
      orders: this.#orders,
      needsPlaces: false,
      take: (found) => {
        for (const each of found) this.#see(each);
      },
      keep: (kept) => {
        for (const each of kept) this.#keep(each);
      },
    });
    return walked.lacksNames;
  }

  /** Takes down what is told by its form in a text that is no log, such as the name of a file. */
  learnText(text: string): void {
    this.#ready = undefined;
    for (const each of new ValueFinds(this.#names).inValue('text', text)) this.#see(each);
  }

  /** A copy of a log that was learned. The log's own characters stay wherever nothing is replaced. */
  copy(text: string): RedactedCopy | Refused {
    const { finds, known, notSearched } = this.#prepared();
    const edits: TextEdit[] = [];
    const walked = walkLog(text, this.#names, finds, {
      orders: this.#orders,
      needsPlaces: true,
      take: (found) => {
        for (const each of found) edits.push(this.#edit(each));
      },
      keep: () => undefined,
    });
    if ('refused' in walked) return { refused: walked.refused };
    const copy = withEdits(text, edits);
    return {
      text: copy,
      replaced: edits.length,
      records: walked.records,
      byForm: walked.byForm,
      remaining: remainingIn(copy, known),
      notSearched,
    };
  }

  /**
   * Edits that redact one value of a log, with all that stands in it; none where nothing of it tells of somebody. What is a pseudonym
   * of the case stays, or a value that was redacted before its record would stand for another one than elsewhere.
   *
   * @param path of a value of the record; of none, the record as a whole
   */
  editsOf(text: string, record: EventRecord, path: JsonPath): readonly TextEdit[] {
    const span = path.length === 0 ? record : spanOf(text, record, path, 'value');
    const learned = span && findInRecord(text, record, this.#names, new ValueFinds(this.#names));
    if (span === undefined || learned === undefined) return [];
    this.#ready = undefined;
    for (const each of learned.found) if (isWithin(each, span) && !this.#isDone(each)) this.#see(each);
    for (const each of learned.kept) this.#keep(each);
    // Once more: a message says the names again that other fields have.
    const all = findInRecord(text, record, this.#names, this.#prepared().finds);
    const found = (all?.found ?? []).filter((each) => isWithin(each, span) && !this.#isDone(each));
    for (const each of found) this.#see(each);
    this.#pseudonyms.settle();
    return found.map((each) => this.#edit(each));
  }

  #isDone({ as, original }: Found): boolean {
    return as === 'secret' ? original === GONE : this.#pseudonyms.isOurs(original);
  }

  /** A text that is no log, with what is known of the case replaced, and what is told by its form. */
  text(text: string): string {
    const found = this.#prepared().finds.inValue('text', text);
    return withEdits(
      text,
      Array.from(found, (each) => this.#edit(each)),
    );
  }

  /** What of the values that are replaced a text still says. */
  remainingIn(text: string): readonly Remaining[] {
    return remainingIn(text, this.#prepared().known);
  }

  /** What the key file holds. Secrets are not in it. */
  entries(): KeyEntries {
    this.#prepared();
    return this.#pseudonyms.entries();
  }

  /** With its words: `workmail` of `workmail.amazonaws.com`. */
  #keep(text: string): void {
    if (this.#kept.size >= MOST_KEPT || this.#kept.has(text)) return;
    this.#kept.add(text);
    for (const parting of [/[^\p{L}\p{N}]+/u, /[^\p{L}\p{N}-]+/u]) {
      for (const word of text.split(parting)) this.#kept.add(word);
    }
  }

  #see({ as, original }: Found): void {
    if (as !== 'secret') this.#pseudonyms.see(original, as);
    else if (original.length >= SHORTEST_SECRET) this.#secrets.add(original);
  }

  /** What was never seen, in a log that has changed since it was learned, is gone like a secret. */
  #edit({ start, end, as, original }: Found): TextEdit {
    return { start, end, text: as === 'secret' ? GONE : (this.#pseudonyms.of(original) ?? GONE) };
  }

  #prepared(): { readonly finds: ValueFinds; readonly known: KnownValues; readonly notSearched: number } {
    if (this.#ready !== undefined) return this.#ready;
    this.#pseudonyms.settle();
    const all = [...this.#pseudonyms.given().keys(), ...this.#secrets];
    const searched = all.filter((each) => this.#isSearched(each));
    const known = new KnownValues(searched);
    this.#ready = { finds: new ValueFinds(this.#names, known), known, notSearched: all.length - searched.length };
    return this.#ready;
  }

  /** A user may be called like an action, or like everybody. Where a field says so it is replaced; elsewhere it is a word. */
  #isSearched(original: string): boolean {
    // Of a damaged record, a value may be a name with the signs around it.
    const word = original.replace(/^[^\p{L}\p{N}]+|[^\p{L}\p{N}]+$/gu, '');
    if (word.length <= 3 || this.#kept.has(original) || this.#kept.has(word) || kindNamed(word) !== undefined)
      return false;
    return !redactionWords().commonWords.has(word.toLowerCase());
  }
}

function isWithin(inner: Span, outer: Span): boolean {
  return outer.start <= inner.start && inner.end <= outer.end;
}

interface Taking {
  readonly orders: readonly FieldOrder[];
  readonly needsPlaces: boolean;
  /** Told of what is found, in the order of the text. */
  readonly take: (found: readonly Found[]) => void;
  readonly keep: (kept: readonly string[]) => void;
}

/** Goes over a log, records and what stands between them, in the order of the text. */
function walkLog(
  text: string,
  names: NamedKinds,
  finds: ValueFinds,
  { orders, needsPlaces, take, keep }: Taking,
): ({ readonly records: number; readonly byForm: number } | Refused) & { readonly lacksNames: boolean } {
  let records = 0;
  let byForm = 0;
  let behind = 0;
  const nameless = NamelessFinds.of(text, orders, finds);
  const reading = analyze(text, undefined, orders);
  let next = reading.next();
  const byFormUntil = (end: number): void => {
    if (end > behind) take(nameless?.between(behind, end) ?? finds.inRaw(text, behind, end));
    behind = Math.max(behind, end);
  };
  for (; !next.done; next = reading.next()) {
    const record = next.value;
    records++;
    // What stands inside of another one has been looked at with it.
    if (record.end <= behind) continue;
    const read = record.start < behind ? undefined : findInRecord(text, record, names, finds, needsPlaces);
    byFormUntil(record.start);
    if (read === undefined) {
      byForm++;
      // Where its values stand can't be told; that it says them can, and what is known is found by its form.
      const said = needsPlaces ? undefined : saidInRecord(text, record, names, finds);
      take(said?.found ?? []);
      keep(said?.kept ?? []);
      byFormUntil(record.end);
    } else {
      take(read.found);
      keep(read.kept);
      behind = record.end;
    }
  }
  byFormUntil(text.length);
  const lacksNames = next.value.lacksNames === true;
  return { ...(refusal(next.value, records, byForm) ?? { records, byForm }), lacksNames };
}

function refusal({ container, isLayered }: LogOutline, records: number, byForm: number): Refused | undefined {
  if (records === 0 || container === 'none' || container === 'unreadable') return { refused: NO_EVENTS };
  return isLayered === true && byForm > 0 ? { refused: COVERED } : undefined;
}
