import fc from 'fast-check';
import type { FieldName, Question, QuestionRow } from '../../../server/src/core';
import { fieldNames, fields } from '../../../server/src/core';
import type { Pattern, PatternPart, Value } from '../../../server/src/core/query/question';

/** Texts that have to be quoted, or that mean something without quotes, and some that rows have too. */
const texts = fc.oneof(
  fc.constantFrom(
    'a',
    'B',
    'ab',
    'Ba',
    'none',
    'any',
    'private',
    'aws',
    'aws:iam',
    'aws-cn:x',
    'or',
    'NOT',
    'time:',
    '-a',
    '>=',
  ),
  fc.constantFrom(
    '10.0.0.1',
    '10.0.0.0/8',
    '10.1',
    '::1',
    '2001:db8::/32',
    'a.amazonaws.com',
    'AWS Internal',
    '2026-03',
  ),
  fc.string({ unit: fc.constantFrom(...'aB ",()*?\\-:./é\n\u201c\ud83d'), minLength: 1, maxLength: 6 }),
);

const part: fc.Arbitrary<PatternPart> = fc.oneof(
  { weight: 4, arbitrary: texts.map((literal) => ({ literal })) },
  { weight: 1, arbitrary: fc.constantFrom<PatternPart>({ wildcard: '*' }, { wildcard: '?' }) },
);

/** Patterns as they are parsed: no two literals and no two `*` side by side. */
const anyPattern: fc.Arbitrary<Pattern> = fc.array(part, { minLength: 1, maxLength: 4 }).map((parts) => ({
  kind: 'pattern',
  parts: parts.filter((each, at) => {
    const before = parts[at - 1];
    if (before === undefined) return true;
    return 'literal' in each
      ? !('literal' in before)
      : !('wildcard' in before) || each.wildcard === '?' || before.wildcard === '?';
  }),
}));

const stamps = ['2026', '2026-02', '2026-03-01', '2026-03-01T08', '2026-03-01T08:15', '2026-03-01T08:15:20', '2027'];
const instant = fc.constantFrom(...stamps);
const time: fc.Arbitrary<Value> = fc.oneof(
  instant.map((from): Value => ({ kind: 'time', from, to: from })),
  fc
    .tuple(fc.nat(stamps.length - 1), fc.nat(stamps.length - 1))
    .map(
      ([one, other]): Value => ({ kind: 'time', from: stamps[Math.min(one, other)], to: stamps[Math.max(one, other)] }),
    ),
  instant.map((from): Value => ({ kind: 'time', from, to: undefined })),
  instant.map((to): Value => ({ kind: 'time', from: undefined, to })),
);
const weight = fc
  .tuple(
    fc.constantFrom('=' as const, '>' as const, '>=' as const, '<' as const, '<=' as const),
    fc.constantFrom('critical' as const, 'high' as const, 'medium' as const, 'low' as const, 'info' as const),
  )
  .map(([relation, each]): Value => ({ kind: 'weight', relation, weight: each }));

function valueIn(field: FieldName): fc.Arbitrary<Value> {
  const { kind, words } = fields[field];
  const word = words.map((each) => fc.constant<Value>({ kind: 'word', word: each.word }));
  if (kind === 'words') return fc.oneof(...word);
  if (kind === 'weight') return fc.oneof(weight, ...word);
  if (kind === 'time') return fc.oneof(time, ...word);
  if (kind === 'after' || kind === 'before') return instant.map((from): Value => ({ kind: 'time', from, to: from }));
  return fc.oneof<fc.Arbitrary<Value>[]>(anyPattern, anyPattern, ...word);
}

const term: fc.Arbitrary<Question> = fc.oneof(
  {
    weight: 4,
    arbitrary: fc
      .constantFrom(...fieldNames)
      .chain((field) =>
        fc
          .array(valueIn(field), { minLength: 1, maxLength: 3 })
          .map((values): Question => ({ kind: 'field', field, values })),
      ),
  },
  {
    weight: 1,
    arbitrary: fc
      .array(anyPattern, { minLength: 1, maxLength: 2 })
      .map((found): Question => ({ kind: 'found', texts: found })),
  },
);

/** Questions in the one form in which they are parsed. */
export const anyQuestion: fc.Arbitrary<Question> = fc.letrec<{
  all: Question;
  any: Question;
  not: Question;
  one: Question;
}>((tie) => {
  const several = (of: fc.Arbitrary<Question>): fc.Arbitrary<Question[]> =>
    fc.array(of, { minLength: 2, maxLength: 3 });
  const depth = { maxDepth: 4 };
  return {
    all: several(fc.oneof(depth, term, tie('not'), tie('any'))).map((of): Question => ({ kind: 'all', of })),
    any: several(fc.oneof(depth, term, tie('not'), tie('all'))).map((of): Question => ({ kind: 'any', of })),
    not: fc.oneof(depth, term, tie('all'), tie('any')).map((of): Question => ({ kind: 'not', of })),
    one: fc.oneof(depth, term, tie('all'), tie('any'), tie('not')),
  };
}).one;

const short = fc.oneof(
  fc.constantFrom('', 'a', 'b', 'AB', 'ba', 'none', 'a b', 'aws:iam', 'é'),
  fc.string({ unit: fc.constantFrom(...'aB -?é'), maxLength: 4 }),
);
const addresses = fc.constantFrom(
  '10.0.0.1',
  '10.1',
  '::1',
  '2001:DB8:0::7',
  '::ffff:10.0.0.1',
  'AWS Internal',
  'a.amazonaws.com',
  '',
);

/** Rows whose texts questions ask for. */
export const anyRow: fc.Arbitrary<QuestionRow> = fc
  .record({
    time: fc.oneof(
      fc.constant(Number.NaN),
      fc
        .constantFrom(
          ...[
            '2026-01-01T00:00:00Z',
            '2026-02-28T23:59:59Z',
            '2026-03-01T08:15:20Z',
            '2026-03-02T00:00:00Z',
            '2027-01-01T00:00:00Z',
          ],
        )
        .map((text) => Date.parse(text)),
    ),
    service: short,
    action: short,
    outcome: fc.constantFrom('succeeded' as const, 'failed' as const, 'unknown' as const),
    errorCode: short,
    region: short,
    account: short,
    readOnly: fc.constantFrom(true, false, undefined),
    category: short,
    type: short,
    actorKind: fc.oneof(short, fc.constantFrom('Root', 'AWSService')),
    actor: short,
    actorArn: short,
    actorId: short,
    accessKey: short,
    sessionIssuer: short,
    sessionName: short,
    invokedBy: short,
    address: fc.oneof(short, addresses),
    userAgent: short,
    eventID: short,
    requestID: short,
    sharedEventID: short,
    organization: short,
    targets: fc.array(short, { maxLength: 2 }),
    made: fc.array(short, { maxLength: 2 }),
    named: fc.array(short, { maxLength: 3 }),
    malformed: fc.boolean(),
    weight: fc.constantFrom(
      'critical' as const,
      'high' as const,
      'medium' as const,
      'low' as const,
      'info' as const,
      undefined,
    ),
    file: short,
    record: fc.string({ unit: fc.constantFrom(...'aB "-?é'), maxLength: 8 }),
  })
  .map(({ record, ...row }) => ({ ...row, raw: () => record }));
