import { distinctOrders, type FieldOrder, lackOrganization } from '../../core';
import type { ScanEnd, Stoppable } from '../../host/logFiles';
import type { AskedOfMet, MetPart, NamedMet, ReadMet, ReadOfMet } from './readMet';

/**
 * Reads lines of values that lack the names of their fields once more when all else is read, if a call in another log has told the names. These
 * files are answered last. Where rows are written as they are read, theirs are held back until then, under numbers behind all others.
 */
export function inTwoRounds(readMet: ReadMet): ReadMet {
  return async <M extends NamedMet>(
    asked: AskedOfMet,
    met: AsyncIterable<readonly M[]>,
    take: (part: MetPart<M>) => void,
    token: Stoppable,
  ): Promise<ScanEnd> => {
    const { writing } = asked;
    let found = 0;
    const told: FieldOrder[] = [];
    const held: ReadOfMet<M>[] = [];
    const tell = (files: readonly ReadOfMet<M>[]): void => {
      if (files.length > 0) take({ kind: 'read', files });
    };
    const first = await readMet(
      asked,
      met,
      (part) => {
        if (part.kind === 'found') {
          found = part.files;
          return take(part);
        }
        for (const { file } of part.files) told.push(...(file.tellsOrders ?? []));
        const nameless = part.files.filter(({ file }) => file.lacksNames === true);
        held.push(...nameless);
        for (const { number } of nameless) writing?.later?.(number);
        tell(part.files.filter(({ file }) => file.lacksNames !== true));
      },
      token,
    );
    const orders = distinctOrders(told);
    if (held.length === 0 || (orders.length === 0 && writing === undefined) || first.isPartial) {
      tell(held);
      return first;
    }
    // Most are files of other programs, of which no order that names the organization tells more.
    const isToldAll = writing === undefined && !orders.some(lackOrganization);
    if (isToldAll) tell(held.filter(({ file }) => file.lacksOrganization === true));
    const again = isToldAll ? held.filter(({ file }) => file.lacksOrganization !== true) : held;
    if (again.length === 0) return first;
    // In the same order whenever the same files are read.
    again.sort((left, right) => left.number - right.number);
    const firstNumber = writing === undefined ? 0 : found;
    const askedAgain = { ...asked, cache: undefined, question: { ...asked.question, orders }, firstNumber };
    return readMet(
      askedAgain,
      atOnce(again.map((each) => each.met)),
      (part) => {
        if (part.kind === 'found') return;
        tell(
          part.files.map((read) => ({
            met: read.met,
            file: { ...read.file, readWith: orders },
            number: writing === undefined ? (again[read.number]?.number ?? read.number) : read.number,
          })),
        );
      },
      token,
    );
  };
}

async function* atOnce<T>(all: readonly T[]): AsyncGenerator<readonly T[]> {
  yield all;
}
