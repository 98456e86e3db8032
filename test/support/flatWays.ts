import { callTexts, columns, identityTexts } from '../../server/src/core/store/columns';
import { toldContent } from '../../server/src/core/store/own/contentKey';
import { OwnKeys } from '../../server/src/core/store/own/ownKeys';
import { type AuditColumn, auditColumns } from '../../server/src/core/store/ownColumns';
import type { RowChunk } from '../../server/src/core/store/rowChunk';
import { StoredRow } from '../../server/src/core/store/storedRow';
import type { FlatReader } from '../../server/src/extract/own/flatReader';
import type { FileStretch } from '../../server/src/host/logFiles';
import { scanFlat } from '../../server/src/node/scan/flatScanned';
import { KeptRows } from '../../server/src/node/scan/keptRows';
import { ReceivedRows, stretchesIn } from '../../server/src/node/scan/receivedRows';
import { ReceivedBytes } from '../../server/src/node/scan/receivedTexts';
import type { Asked } from '../../server/src/places/asked';
import { scanText } from '../../server/src/places/scanText';
import { toldRow } from './toldRow';

/** What both ways say of a log. */
export interface FlatCompared {
  /** Whether it was taken by the way of bytes. */
  readonly isTaken: boolean;
  readonly rows: number;
  /** Rows that are of records which were read as JSON. */
  readonly handedOver: number;
  /** Undefined where both say the same. */
  readonly difference: { readonly flat: unknown; readonly full: unknown } | undefined;
}

/** Reads logs of WorkMail's own both ways, one after the other, with one reader. */
export class FlatWays {
  readonly #reader: FlatReader;
  readonly #kept: KeptRows;
  readonly #received = new ReceivedRows();

  constructor(reader: FlatReader) {
    this.#reader = reader;
    this.#kept = new KeptRows(undefined, true);
  }

  compare(log: Buffer, asked: Asked): FlatCompared {
    const found = scanFlat(log, asked, this.#reader, this.#kept);
    const told = this.#kept.endFile();
    const chunks = this.#received.take(this.#kept.take());
    if (found === undefined) return { isTaken: false, rows: 0, handedOver: 0, difference: undefined };
    const stretches = stretchesIn(chunks, told);
    const full = new KeptRows(undefined, true);
    const said = scanText(log.toString('utf8'), asked, (record, isWanted) => full.add(record, isWanted));
    const toldInFull = full.endFile();
    const [one, other] = [
      { said: found, rows: rowsIn(stretches) },
      { said, rows: rowsIn(stretchesIn(new ReceivedRows().take(full.take()), toldInFull)) },
    ];
    const isSame = JSON.stringify(one) === JSON.stringify(other);
    return {
      isTaken: true,
      rows: rowsOf(stretches),
      handedOver: rowsOf(stretches.filter(({ chunk }) => !isFlat(chunk))),
      difference: isSame ? undefined : { flat: one, full: other },
    };
  }
}

function rowsOf(stretches: readonly FileStretch[]): number {
  return stretches.reduce((sum, { from, to }) => sum + to - from, 0);
}

/** Texts of the flat reader come as bytes. */
function isFlat({ own }: RowChunk): boolean {
  return own.texts instanceof ReceivedBytes;
}

function rowsIn(stretches: readonly FileStretch[]): readonly Record<string, unknown>[] {
  return stretches.flatMap((stretch) =>
    Array.from({ length: stretch.to - stretch.from }, (_, at) => rowIn(stretch, stretch.from + at)),
  );
}

const OWN_COLUMNS = Object.keys(auditColumns).filter((name): name is AuditColumn => name !== 'state');

/** All that a row says, with its texts. */
function rowIn({ chunk, from, index }: FileStretch, row: number): Record<string, unknown> {
  const { tables, own, particulars } = chunk;
  const place = own.placeOf(row);
  return {
    ...toldRow(new StoredRow(chunk, row, { index: index + row - from, file: 'file', base: 0 })),
    ms: chunk.time(row),
    state: chunk.number(row, columns.state),
    seconds: chunk.number(row, columns.time),
    call: callTexts.map((name) => tables.callText(chunk.call(row), name)),
    identity: identityTexts.map((name) => tables.identityText(chunk.number(row, columns.identity), name)),
    ownState: own.told.numbers[place],
    own: OWN_COLUMNS.map((name) => own.text(row, name)),
    error: particulars.errorMessage(row),
    organizationId: particulars.organizationId(row),
    content: toldContent(chunk, row),
    key: keyOf(chunk, row),
    learned: particulars.learned(row),
    things: particulars.things(row, true),
  };
}

/** What tells it apart in numbers; undefined where nothing does. */
function keyOf(chunk: RowChunk, row: number): readonly number[] | undefined {
  const key = new Uint32Array(4);
  return new OwnKeys(7).read(chunk, row, key) ? Array.from(key) : undefined;
}
