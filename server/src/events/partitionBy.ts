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
      return puttingByOutcome();
    case 'day':
      return puttingByDay();
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

/** By what lists ask of every row, as with days, so that an open log need not be read again. */
function puttingByOutcome(): Putting {
  const outcomes = ['succeeded', 'failed', 'unknown'] as const;
  return {
    put: ({ piece, first }, groupOf) => {
      for (let row = piece.from, number = first; row < piece.to; row++, number++)
        groupOf[number] = outcomes.indexOf(piece.rows.outcome(row));
    },
    groups: () => keyedGroups('outcome', outcomes),
  };
}

const DAY = 86_400_000;
/** Days after 1970 that have a place in a table: until the year 2243. */
const LAST_DAY = 100_000;

function puttingByDay(): Putting {
  const days: number[] = [];
  const numbers = new Map<number, number>();
  /** By day: its number, plus one. */
  const places = new Int32Array(LAST_DAY);
  const numberOf = (day: number): number => {
    const number = numbers.get(day) ?? days.push(day) - 1;
    numbers.set(day, number);
    if (day >= 0 && day < LAST_DAY) places[day] = number + 1;
    return number;
  };
  return {
    put: ({ piece, first }, groupOf) => {
      const { rows } = piece;
      for (let row = piece.from, number = first; row < piece.to; row++, number++) {
        const day = Math.floor(rows.time(row) / DAY);
        const known = day >= 0 && day < LAST_DAY ? (places[day] ?? 0) : 0;
        groupOf[number] = known === 0 ? numberOf(day) : known - 1;
      }
    },
    groups: () => keyedGroups('day', days.map(dayOf)),
  };
}

function dayOf(day: number): string {
  return Number.isNaN(day) ? '' : dayText(day * DAY);
}

/** The weight of a row is that of its action, or of what was done in a mailbox. */
function puttingByWeight({ byAction }: RowsTogether): Putting {
  return {
    put: ({ piece, first }, groupOf) => {
      for (let number = first; number < first + piece.to - piece.from; number++)
        groupOf[number] = byAction.weightOfRow(number);
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
