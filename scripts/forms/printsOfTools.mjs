/** Events as command line tools print them: YAML, text, tables, variants of JSON. */
import { inspect } from 'node:util';
import { events, names, region } from './events.mjs';
import { bent, json, layered, lines, loose } from './form.mjs';
import { withName } from './logs.mjs';
import { awsTable } from './printers/awsTable.mjs';
import { yaml } from './printers/yaml.mjs';
import { looked } from './wrappers.mjs';

/** @typedef {import('./form.mjs').Form} Form */

/** @returns {readonly Form[]} */
export function printsOfTools() {
  return [...yamls(), ...cli()];
}

/** @returns {Form[]} */
function yamls() {
  const some = events();
  const page = { Events: some.map((event) => looked(withName(event, "Rosa O'Ortiz"))).map(sortedKeys) };
  return [
    layered(
      'print-aws-yaml.yaml',
      'aws --output yaml',
      'CloudTrailEvent is JSON in single quotes, an apostrophe doubled, broken at spaces behind 80 columns.',
      yaml(page),
    ),
    layered('print-aws-yaml-stream.yaml', 'aws --output yaml-stream', 'As before, but a list of pages.', yaml([page])),
    bent(
      'print-yaml-records.yaml',
      'PyYAML',
      'Whole events as YAML in block style, without braces.',
      yaml({ Records: some }),
    ),
    bent(
      'print-yaml-documents.yaml',
      'yq -P',
      'One YAML document for each event, after ---.',
      some.map((event) => `---\n${yaml(event)}`).join(''),
    ),
    layered(
      'print-yaml-literal.yaml',
      'a ConfigMap',
      'A pretty-printed log as a literal block of YAML.',
      lines([
        'apiVersion: v1',
        'kind: ConfigMap',
        'metadata:',
        '  name: trail',
        'data:',
        '  trail.json: |',
        ...JSON.stringify({ Records: some }, null, 2)
          .split('\n')
          .map((line) => `    ${line}`),
      ]),
    ),
    layered(
      'print-yaml-folded.yaml',
      'a test file of YAML',
      'Each event is a folded block >-, broken at spaces.',
      lines(
        some.flatMap((event) => [
          `- name: ${event.eventName}`,
          '  event: >-',
          ...json(event)
            .split(/ (?=lang|md\/command)/)
            .map((line) => `    ${line}`),
        ]),
      ),
    ),
  ];
}

/** @returns {Form[]} */
function cli() {
  const some = events();
  const entries = some.map(looked);
  return [
    layered(
      'print-aws-text.txt',
      'aws --output text',
      'Tabs between columns in the order of the alphabet, the event in the third without quotes.',
      lines(
        entries.map((entry) =>
          [
            'EVENTS',
            entry.AccessKeyId,
            entry.CloudTrailEvent,
            entry.EventId,
            entry.EventName,
            entry.EventSource,
            entry.EventTime,
            entry.ReadOnly,
            entry.Username,
          ].join('\t'),
        ),
      ),
    ),
    layered(
      'print-aws-table.txt',
      'aws --output table',
      'A drawn table for each entry, with the event in one line of it.',
      awsTable(
        'LookupEvents',
        'Events',
        entries.map(({ Resources, ...entry }) => entry),
      ),
    ),
    layered(
      'print-aws-query-text.txt',
      'aws --query Events[].CloudTrailEvent --output text',
      'Events on one line, tabs between them.',
      `${entries.map((entry) => entry.CloudTrailEvent).join('\t')}\n`,
    ),
    bent(
      'print-json5.json5',
      'a person who likes JSON5',
      'Keys without quotes, single quotes, commas at the end.',
      `${inspect({ Records: some }, { depth: null, breakLength: 100 }).replace(/\n( *)([}\]])/g, ',\n$1$2')}\n`,
    ),
    loose(
      'print-json-comments.jsonc',
      'an editor that allows comments',
      'Line comments before each event, a block comment before the list, a comma behind the last event.',
      `{\n  /* ${region}, "Records" of one day */\n  "Records": [\n${some.map((event, index) => `    // ${index + 1}: ${names[index]} {\n    ${JSON.stringify(event, null, 2).replaceAll('\n', '\n    ')},\n`).join('')}  ]\n}\n`,
    ),
    loose(
      'print-json-lines-commas.txt',
      'a list that lost its brackets',
      'Events on lines, a comma at the end of each.',
      lines(some.map((event) => `${json(event)},`)),
    ),
    layered(
      'print-json-sequence.json-seq',
      'jq --seq',
      'A record separator (RFC 7464) before each event.',
      lines(some.map((event) => `\u001e${json(event)}`)),
    ),
  ];
}

/** @param {Record<string, unknown>} entry */
const sortedKeys = (entry) => Object.fromEntries(Object.entries(entry).sort(([a], [b]) => (a < b ? -1 : 1)));
