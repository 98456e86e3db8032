/** The examples of `docs/features.md`: what they ask, of whom, and what has to come back. */
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { projectRoot } from './projectRoot';

/** A command in the terminal, or a request of the language server, with a line of its answer. */
export interface FeatureExample {
  readonly kind: 'terminal' | 'lsp';
  /** The heading that it stands under. */
  readonly feature: string;
  readonly asked: string;
  readonly answer: string;
}

/** A request of an example, taken apart. */
export interface AskedOfServer {
  readonly method: string;
  /** A file or folder, relative to the project. */
  readonly place: string;
  /** The text on which the cursor stands. */
  readonly at: string | undefined;
  /** Members of the request, as JSON with `$` words in it. */
  readonly members: string | undefined;
}

/** All examples, in their order. @throws Error for a block that has more or fewer than two lines */
export function featureExamples(): readonly FeatureExample[] {
  const text = readFileSync(path.join(projectRoot(), 'docs', 'features.md'), 'utf8');
  const parts = text.matchAll(/^##+ (?<heading>.+)$|^```(?<kind>terminal|lsp)\n(?<body>(?:(?!```).*\n)*)```$/gm);
  const examples: FeatureExample[] = [];
  let feature = '';
  for (const { groups: { heading, kind, body = '' } = {} } of parts) {
    const [asked, answer, ...more] = body.trimEnd().split('\n');
    if (heading !== undefined) feature = heading;
    else if ((kind !== 'terminal' && kind !== 'lsp') || asked === undefined || answer === undefined || more.length > 0)
      throw new Error(`${feature}: an example has two lines, this one is ${JSON.stringify(body)}.`);
    else examples.push({ kind, feature, asked, answer });
  }
  return examples;
}

/** Reads `method place [at TEXT] [{…}]`. */
export function askedOfServer(asked: string): AskedOfServer {
  const { groups } = /^(?<method>\S+) (?<place>\S+)(?: at (?<at>.+?))?(?: (?<members>\{.*\}))?$/.exec(asked) ?? {};
  const { method = '', place = '', at, members } = groups ?? {};
  return { method, place, at, members };
}

/** Whether an answer holds the line that an example promises: members of an object anywhere in it, or a line of a text. */
export function holdsLine(answer: unknown, line: string): boolean {
  if (line === 'null') return answer === null;
  const wanted: unknown = line.startsWith('{') ? JSON.parse(line) : undefined;
  const waiting: unknown[] = [answer];
  while (waiting.length > 0) {
    const value = waiting.pop();
    if (wanted === undefined && typeof value === 'string' && value.split('\n').some((each) => each.trim() === line)) {
      return true;
    }
    if (typeof value !== 'object' || value === null) continue;
    if (wanted !== undefined && holdsMembers(value, wanted)) return true;
    for (const part of Object.values(value)) waiting.push(part);
  }
  return false;
}

/** Whether a value is the wanted one but for members of objects that nobody wants. */
function holdsMembers(found: unknown, wanted: unknown): boolean {
  const pairs: [found: unknown, wanted: unknown][] = [[found, wanted]];
  for (let pair = pairs.pop(); pair !== undefined; pair = pairs.pop()) {
    const [one, other] = pair;
    if (typeof other !== 'object' || other === null || typeof one !== 'object' || one === null) {
      if (one !== other) return false;
      continue;
    }
    if (Array.isArray(other) && (!Array.isArray(one) || one.length !== other.length)) return false;
    const members = new Map(Object.entries(one));
    for (const [name, value] of Object.entries(other)) pairs.push([members.get(name), value]);
  }
  return true;
}
