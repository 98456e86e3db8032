import { actorLabel, dayText, type FieldName, type GroupField, groupLabel } from '../core/index';
import { keysOfField } from '../core/store/keysOf';
import { StoredRow } from '../core/store/storedRow';
import type { TextTable } from '../core/store/texts';
import { ValueNumbers } from '../core/store/valueNumbers';
import type { NumberedPiece, NumberedRows } from './numberedRows';
import { KeyedGroups, type Partition } from './partition';
import type { RowsTogether } from './rowsTogether';

/** Fields whose groups are told by the rows of one side alone. */
export type OwnField = Exclude<GroupField, 'target'>;

/** Puts the rows of a piece into groups: `groupOf` is of all rows. */
type Put = (numbered: NumberedPiece, groupOf: Int32Array) => void;

/** How rows are put into groups by a field; the groups are known when all rows are. */
interface Putting {
  readonly put: Put;
  readonly groups: () => Partition['groups'];
}

/** Puts all rows of some logs into groups. Yields between pieces. */
export function* partitionBy(by: OwnField, together: RowsTogether): Generator<void, Partition> {
  const { rows, byAction } = together;
  if (by === 'action') return byAction;
  const groupOf = new Int32Array(rows.count);
  const { put, groups } = puttingBy(by, together);
  for (const numbered of rows.pieces) {
    put(numbered, groupOf);
    yield;
  }
  return { by, groupOf, groups: groups() };
}

function puttingBy(by: Exclude<OwnField, 'action'>, together: RowsTogether): Putting {
  switch (by) {
    case 'outcome':
      return puttingByNumber(by, (rows, row) => rows.outcome(row), String);
    case 'day':
      return puttingByNumber(by, (rows, row) => Math.floor(rows.time(row) / DAY), dayOf);
    case 'weight':
      return puttingByWeight(together);
    case 'file':
      return puttingByFile(together.rows);
    case 'organization':
      return puttingByOrganization();
    case 'actor':
    case 'key':
    case 'session':
    case 'address':
      return puttingByColumn(by);
  }
}

const DAY = 86_400_000;

function dayOf(day: number): string {
  return Number.isNaN(day) ? '' : dayText(day * DAY);
}

/** By what lists ask of every row, so that an open log need not be read again. */
function puttingByNumber<T>(
  by: GroupField,
  tell: (rows: NumberedPiece['piece']['rows'], row: number) => T,
  keyOf: (told: T) => string,
): Putting {
  const numbers = new Map<T, number>();
  return {
    put: ({ piece, first }, groupOf) => {
      let last: T | undefined;
      let group = -1;
      for (let row = piece.from; row < piece.to; row++) {
        const told = tell(piece.rows, row);
        // What follows each other is often alike.
        if (told !== last || group < 0) {
          group = numbers.get(told) ?? numbers.size;
          numbers.set(told, group);
          last = told;
        }
        groupOf[first + row - piece.from] = group;
      }
    },
    groups: () => keyedGroups(by, Array.from(numbers.keys(), keyOf)),
  };
}

/** The weight of a row is that of its action. */
function puttingByWeight({ byAction }: RowsTogether): Putting {
  return {
    put: ({ piece, first }, groupOf) => {
      for (let number = first; number < first + piece.to - piece.from; number++)
        groupOf[number] = byAction.weight(byAction.groupOf[number] ?? -1);
    },
    groups: () => keyedGroups('weight', ['', 'info', 'low', 'medium', 'high', 'critical']),
  };
}

/** What files are called is told by all of them together. */
function puttingByFile(rows: NumberedRows): Putting {
  const numbers = new Map(rows.logs.map((log, at) => [log, at]));
  const uris = rows.logs.map(({ uri }) => uri);
  return {
    put: (numbered, groupOf) => {
      const { piece, first } = numbered;
      groupOf.fill(numbers.get(rows.logOf(numbered)) ?? -1, first, first + piece.to - piece.from);
    },
    groups: () => keyedGroups('file', uris),
  };
}

function puttingByOrganization(): Putting {
  const numbers = new Map<string, number>([['', 0]]);
  const known = new WeakMap<TextTable, Map<number, number>>();
  return {
    put: ({ piece, first }, groupOf) => {
      const chunk = piece.chunk();
      const { particulars } = chunk;
      const knownHere = known.get(particulars.texts) ?? new Map<number, number>();
      known.set(particulars.texts, knownHere);
      for (let row = piece.from; row < piece.to; row++) {
        const text = chunk.service(row) === 'other' ? 0 : particulars.organizationNumber(row);
        let group = knownHere.get(text);
        if (group === undefined) {
          const organization = particulars.texts.textOf(text);
          group = numbers.get(organization) ?? numbers.size;
          numbers.set(organization, group);
          knownHere.set(text, group);
        }
        groupOf[first + row - piece.from] = group;
      }
    },
    groups: () => keyedGroups('organization', Array.from(numbers.keys())),
  };
}

const cells = {
  actor: (row: StoredRow) => row.actor,
  key: (row: StoredRow) => row.accessKey,
  session: (row: StoredRow) => row.sessionName,
  address: (row: StoredRow) => row.address,
} as const satisfies Partial<Readonly<Record<FieldName & GroupField, (row: StoredRow) => string>>>;

/** What rows with the same number in a column say is looked at once. */
function puttingByColumn(by: keyof typeof cells): Putting {
  const cell = cells[by];
  let asked: NumberedPiece | undefined;
  const numbers = new ValueNumbers<StoredRow>({
    valuesOf: (row) => [cell(row)],
    keys: keysOfField[by],
    asRow: (chunk, row) => {
      if (asked === undefined) throw new Error('A row of no piece.');
      return new StoredRow(chunk, row, asked.piece.place(row));
    },
  });
  let positions = new Uint32Array(0);
  return {
    put: (numbered, groupOf) => {
      const { piece, first } = numbered;
      asked = numbered;
      if (positions.length < piece.to) positions = Uint32Array.from({ length: 2 * piece.to }, (_, at) => at);
      const into = new Uint32Array(groupOf.buffer);
      numbers.write(piece.chunk(), positions.subarray(piece.from, piece.to), into, first);
    },
    groups: () => {
      const keys = Array.from({ length: numbers.size }, (_, group) => String(numbers.values(group)[0] ?? ''));
      const { examples } = numbers;
      return by === 'actor'
        ? new KeyedGroups(keys, (name, group) => actorLabel(name, SESSION.test(examples[group]?.actorKind ?? '')))
        : keyedGroups(by, keys);
    },
  };
}

/** userIdentity.type of a session of a role. */
const SESSION = /^(?:Assumed)?Role$/;

function keyedGroups(by: GroupField, keys: readonly string[]): KeyedGroups {
  return new KeyedGroups(keys, (key) => groupLabel(by, key));
}
