import { readFileSync } from 'node:fs';
import path from 'node:path';
import type { JsonObject } from '../../server/src/core/record';
import { projectRoot } from './projectRoot';

const NAMES = ['1-CreateUser', '2-CreateAlias', '3-GetRawMessageContent'] as const;

/** One of the three events of AWS's documentation as AWS prints it; the first two lack a comma each. */
export function exampleText(name: (typeof NAMES)[number]): string {
  return readFileSync(path.join(projectRoot(), 'samples', 'aws-examples', `${name}.json`), 'utf8').trim();
}

/** The three events, with the commas that AWS forgot. */
export function awsExamples(): readonly JsonObject[] {
  return NAMES.map((name): JsonObject => JSON.parse(withCommas(exampleText(name))));
}

function withCommas(text: string): string {
  return text.replace(/"(?=\s*"(?:userName|entityId)")/, '",');
}
