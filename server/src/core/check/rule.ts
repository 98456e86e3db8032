/** How much a rule weighs in the Problems list; `off` shows nothing. Users can change it for each rule. */
export type Severity = 'error' | 'warning' | 'information' | 'hint' | 'off';

/** A row of the rule table: what is told of one kind of problem, and how loudly. */
export interface Rule {
  /** Stable and documented: `WT101`. */
  readonly code: string;
  readonly name: string;
  readonly severity: Severity;
  /** A few words, for the documentation. */
  readonly title: string;
  /** The anchor of the rule in `docs/rules.md`. */
  readonly anchor: string;
  readonly message: (detail: Readonly<Record<string, string>>) => string;
  readonly fix: (detail: Readonly<Record<string, string>>) => string | undefined;
}

/**
 * Makes a rule. `{name}` in a message stands for that word of the problem's detail.
 *
 * @param fix what the repair is called, if the rule has one
 */
export function rule(
  code: string,
  name: string,
  severity: Severity,
  title: string,
  message: string,
  fix: string | undefined,
): Rule {
  return {
    code,
    name,
    severity,
    title,
    anchor: `${code.toLowerCase()}-${name}`,
    message: (detail) => filled(message, detail),
    fix: (detail) => (fix === undefined ? undefined : filled(fix, detail)),
  };
}

/** Words that are marks of JSON are shown in quotes, so that a lone `}` is seen. */
const QUOTED = new Set(['bracket', 'instead', 'text', 'before']);

function filled(template: string, detail: Readonly<Record<string, string>>): string {
  return template.replace(/\{(\w+)\}/g, (_, name: string) => {
    const word = Object.hasOwn(detail, name) ? (detail[name] ?? '') : '';
    if (word === '') return EMPTY.get(name) ?? '';
    return QUOTED.has(name) && !/^".*"$/s.test(word) ? `"${word}"` : word;
  });
}

/** What a message says where the log gives no word. */
const EMPTY: ReadonlyMap<string, string> = new Map([
  ['before', 'the end'],
  ['inside', 'a record'],
  ['key', 'a key'],
  ['text', 'an empty text'],
]);
