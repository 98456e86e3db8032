import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { suite, test } from 'node:test';
import { promisify } from 'node:util';
import { parse } from 'csv-parse/sync';
import { programFile } from '../../support/otherProgram';
import { withFiles } from '../cli/terminal';
import { exported } from './exported';
import { heads, hostileEvents, hostileLog } from './hostile';

const soffice = programFile({
  name: 'LibreOffice',
  file: 'soffice',
  variable: 'SOFFICE_PATH',
  packages: ['libreoffice-calc-nogui'],
  tested: 'an exported workbook',
});

/** Comma, double quote, UTF-8, from the first row, cells as they are stored, and every sheet in a file of its own. */
const CSV = 'csv:Text - txt - csv (StarCalc):44,34,76,1,,0,false,false,false,false,false,-1';

/** Columns that a spreadsheet would make numbers or dates of, if it was let. */
const kept = ['eventTime', 'eventName', 'eventID', 'recipientAccountId', 'index', 'userAgent'];

/** Characters that nobody can see are written as JSON writes them. */
function visible(text: string): string {
  const short: Readonly<Record<string, string>> = { '\t': '\\t', '\r': '\\r', '\n': '\\n' };
  return text.replace(
    /[\p{Cc}\p{Cs}\u202e]/gu,
    (unit) => short[unit] ?? `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
}

/** The cells of a file as LibreOffice reads them, row by row. */
async function cellsOf(program: string, name: string, bytes: Uint8Array): Promise<readonly (readonly string[])[]> {
  return withFiles({}, async (at) => {
    await writeFile(at(name), bytes);
    const profile = `-env:UserInstallation=file://${at('profile')}`;
    const folder = path.dirname(at(name));
    await promisify(execFile)(program, [profile, '--headless', '--convert-to', CSV, '--outdir', folder, at(name)], {
      timeout: 120_000,
    });
    return parse(await readFile(at('events-Events.csv')), { relax_quotes: false });
  });
}

if (soffice !== undefined) {
  suite('a workbook in LibreOffice', () => {
    test('has every event in a row, ids and times as texts, and computes nothing', async () => {
      const { bytes } = await exported('xlsx', { 'log.json': hostileLog });
      const [head, ...rows] = await cellsOf(soffice, 'events.xlsx', bytes);
      assert.deepEqual(
        [head, ...rows.map((row) => kept.map((name) => row[heads.indexOf(name)]))],
        [
          heads,
          ...hostileEvents.map((event, at) => [
            event.eventTime,
            event.eventName,
            event.eventID,
            '012345678901',
            String(at),
            visible(String(event.userAgent)),
          ]),
        ],
      );
    });
  });
}
