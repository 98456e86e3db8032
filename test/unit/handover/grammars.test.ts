import assert from 'node:assert/strict';
import { test } from 'node:test';
import { engineIds, handoverText, trailPlaces } from '../../../server/src/core/handover/engineTexts';
import { handing, questionOf, statementsIn } from '../../support/handedOver';
import { grammar, otherGrammar } from '../../support/queryEngines';
import { ODD_QUESTIONS, QUESTIONS } from './questions';

/** What the second grammar does not know, though Trino does: lists of a type. */
const CAST = 'array(json)';

const ALL = [...QUESTIONS, ...ODD_QUESTIONS];
const TRAILS = trailPlaces([
  's3://audit-logs/team/AWSLogs/o-exampleorg1/111122223333/CloudTrail/eu-west-1/2026/03/01/x.json.gz',
  '/copies/AWSLogs/444455556666/CloudTrail/us-east-1/2026/03/02/y.json.gz',
]);

test('grammars of Hive and of Spark take the tables of Athena', () => {
  const [hive, spark] = [grammar('HiveSQL'), grammar('SparkSQL')];
  const tables = ['json', 'older'].flatMap((serde) =>
    statementsIn(handoverText('athena', handing(questionOf('is:write'), { trails: TRAILS, serde }))).filter((each) =>
      each.startsWith('CREATE'),
    ),
  );
  assert.deepEqual(
    { tables: tables.length, hive: tables.flatMap(hive), spark: tables.flatMap(spark) },
    { tables: 4, hive: [], spark: [] },
  );
});

for (const engine of ['athena', 'trino'] as const) {
  test(`two grammars of Trino take the queries for ${engine}, whatever is asked`, () => {
    const [one, other] = [grammar('TrinoSQL'), otherGrammar()];
    const wrong = ALL.flatMap((asked) =>
      statementsIn(handoverText(engine, handing(questionOf(asked))))
        .filter((each) => !each.startsWith('CREATE'))
        .flatMap((sql) =>
          [...one(sql), ...other(sql.replace(CAST, 'json'))].map((complaint) => `${asked}: ${complaint}\n${sql}`),
        ),
    );
    assert.deepEqual(wrong, []);
  });
}

test('a grammar of Trino takes its table', () => {
  const [table = ''] = statementsIn(handoverText('trino', handing(questionOf('is:write'), { trails: TRAILS })));
  assert.deepEqual(grammar('TrinoSQL')(table), []);
});

test('whatever is asked, what is no statement is a comment on one line', () => {
  const lines = engineIds.flatMap((engine) =>
    ODD_QUESTIONS.flatMap((asked) => handoverText(engine, handing(questionOf(asked))).split('\n')),
  );
  const heads =
    /^(?:--|#|WITH|asked AS|\)|,|SELECT|FROM|WHERE|GROUP|ORDER|FORMAT|CREATE|PARTITIONED|ROW|STORED|OUTPUTFORMAT|LOCATION|TBLPROPERTIES|fields|\||filter|aws|workmail-trail events| |$)/;
  assert.deepEqual(
    lines.filter((line) => !heads.test(line)),
    [],
  );
});
