import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { parseTime } from '../../../server/src/core/check/parseTime';
import type { Rule } from '../../../server/src/core/check/rule';
import { ruleOf } from '../../../server/src/core/check/rules';
import type { EventRecord } from '../../../server/src/core/record';
import { type FormCase, formCases, textOf } from '../../support/formCases';
import { problemsOf, type ReadLog, readLog } from '../../support/readLog';

describe('every form in which people meet events', () => {
  for (const form of formCases()) {
    it(`${form.file} (${form.who}): ${form.what}`, () => {
      const log = readLog(textOf(form));
      assert.deepEqual(found(log, form), form.named && isNamed(log) ? NAMED : expected(form));
    });
  }
});

/** The part of what is found in a log that its form says something about. */
interface Found {
  readonly events: number;
  readonly names: readonly string[];
  readonly malformed: number;
  readonly eventIDs: readonly string[] | undefined;
  readonly eventTimes: readonly string[] | undefined;
  /** Rules that speak and have no business to. */
  readonly accused: readonly string[];
}

/** A file that is named in place of being read. */
const NAMED: Found = { events: 0, names: [], malformed: 0, eventIDs: [], eventTimes: [], accused: [] };

const isNamed = ({ records, outline }: ReadLog): boolean => records.length === 0 && outline.kind !== undefined;

function expected({ events, names, malformed, eventIDs, eventTimes }: FormCase): Found {
  return { events, names, malformed, eventIDs, eventTimes, accused: [] };
}

function found(log: ReadLog, form: FormCase): Found {
  const { records } = log;
  const isToldIn = (told: readonly string[] | undefined) => told !== undefined || (form.named && isNamed(log));
  return {
    events: records.length,
    names: records.flatMap(({ action }) => (action === undefined ? [] : [action.name])),
    malformed: form.mayBeMalformed && areAllMalformed(log) ? form.malformed : malformedIn(log),
    // Capitals name the same event.
    eventIDs: isToldIn(form.eventIDs) ? records.map((record) => field(record, 'eventID').toLowerCase()) : undefined,
    eventTimes: isToldIn(form.eventTimes)
      ? records.map((record) => asCloudTrail(field(record, 'eventTime')))
      : undefined,
    accused: accused(log, form),
  };
}

const malformedIn = ({ records }: ReadLog): number => records.filter(({ malformed }) => malformed !== null).length;

const areAllMalformed = (log: ReadLog): boolean => malformedIn(log) === log.records.length;

function field({ event }: EventRecord, name: string): string {
  return event !== undefined && Object.hasOwn(event, name) ? String(event[name]) : '';
}

/** A moment that a tool wrote in its own way, in CloudTrail's. */
function asCloudTrail(time: string): string {
  const moment = parseTime(time);
  return moment === undefined ? time : `${new Date(moment.ms).toISOString().slice(0, 19)}Z`;
}

/**
 * Hints are free where a log is; one note on the layer around events is fair; a file that is no log hears nothing. Of broken
 * JSON anything may be said.
 */
function accused(log: ReadLog, form: FormCase): readonly string[] {
  const mayBeBroken = form.mayBeMalformed && malformedIn(log) > 0;
  if (mayBeBroken || !(form.problems || form.atMostOneNote || form.silent)) return [];
  const rules = problemsOf(log).map(({ problem }) => ruleOf(problem.code));
  const spoken = rules.filter(({ severity }) => severity !== 'off' && (form.silent || severity !== 'hint'));
  return isFair(spoken, form) ? [] : spoken.map(({ code, name }) => `${code} ${name}`);
}

function isFair(spoken: readonly Rule[], form: FormCase): boolean {
  if (form.silent) return spoken.length === 0;
  if (form.atMostOneNote) return spoken.length <= 1 && spoken.every(({ severity }) => severity !== 'error');
  return spoken.every(({ severity }) => severity === 'information');
}
