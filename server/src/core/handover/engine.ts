/** The engines that a question can be handed to, in the order in which they are told. */
export const engineIds = ['athena', 'trino', 'duckdb', 'clickhouse', 'logs-insights', 'cli'] as const;

export type EngineId = (typeof engineIds)[number];

/** How an engine spells what questions are made of, as templates; what is absent, it can't say. See schemas/meta/handoverEngine.json. */
export interface Spelling {
  readonly path?: string;
  readonly flag?: string;
  readonly within?: Readonly<Record<string, string>>;
  readonly whole?: string;
  readonly call?: string;
  readonly lower?: string;
  readonly match?: string;
  readonly fits?: string;
  readonly fitsIfThere?: string;
  readonly like?: string;
  readonly likeEscaped?: string;
  readonly likeEscape?: '!' | '\\';
  readonly present?: string;
  readonly atLeast?: string;
  readonly below?: string;
  readonly yes?: string;
  readonly no?: string;
  readonly source?: string;
  readonly days?: string;
}

/** One statement of a text, in lines with names in braces. */
export interface Statement {
  readonly does: string;
  readonly what?: 'table' | 'query' | 'count';
  readonly lines: readonly string[];
}

/** What is a wildcard in names of files, and how each is written to stand for itself. */
export interface Wildcards {
  readonly characters: string;
  readonly written: string;
  /** Where what is written fits other characters, too: what is added to the source so that only {path} is read. */
  readonly alone?: string;
  /** What holds for all files but those whose path ends with {path}. */
  readonly leftOut?: string;
  /** Where files are chosen before they are read: the statement that does so, and what stands in the source for them. */
  readonly chosen?: string;
  readonly chosenPlace?: string;
}

/** A file of schemas/handover/engines. */
export interface Engine {
  readonly words: string;
  /** What editors call the language of its text. */
  readonly language: 'sql' | 'plaintext' | 'shellscript';
  readonly comment: '--' | '#';
  readonly escaping: 'sql' | 'clickhouse' | 'insights' | 'shell';
  /** Where it reads logs; absent: it reads none, and only brings them. */
  readonly reads?: 'bucket' | 'files' | 'group';
  readonly wildcards?: Wildcards;
  readonly spelled: Spelling;
  readonly columns?: readonly { readonly name: string; readonly type: string }[];
  readonly serdes?: Readonly<Record<string, string>>;
  readonly statements: readonly Statement[];
  readonly notes: readonly string[];
}

/** What a template makes with these in the place of its names in braces; other braces stay. One pass: what is put in is not read again. */
export function filled(template: string, parts: Readonly<Record<string, string>>): string {
  return template.replace(/(?<!\$)\{([a-zA-Z]+)\}/g, (all, name: string) =>
    Object.hasOwn(parts, name) ? (parts[name] ?? all) : all,
  );
}
