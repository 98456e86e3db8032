import { type Connection, DidChangeConfigurationNotification, Emitter, type Event } from 'vscode-languageserver';
import { type Rule, rules, type Severity } from '../core/index';
import { defaultLimits, type LimitName, type Limits } from '../host/limits';
import type { ClientAbilities } from './abilities';

/** The part of the settings that the server reads, for one document. */
export interface TrailSettings {
  /** Severities that the user chose, by code of the rule. */
  readonly severities: ReadonlyMap<string, Severity>;
  /** How many problems of one log are shown at most; the sentence about the others counts as one. */
  readonly maxProblems: number;
  /** How much is read of one file on disk. */
  readonly limits: Limits;
  /** Whether names, kinds of keys and local times are written behind values. */
  readonly showsHints: boolean;
  /** Whether a line above each event says in short what it is. */
  readonly showsLenses: boolean;
}

/** The prefix of all settings of the extension. */
export const SECTION = 'workmailTrail';
/** More markers of one extension VS Code does not show in one file. */
const MOST_PROBLEMS = 1000;
const SEVERITIES: ReadonlySet<unknown> = new Set<Severity>(['error', 'warning', 'information', 'hint', 'off']);

/**
 * The settings as the client has them: asked for each document where the client can be asked, else as the client sent
 * them. A value that makes no sense is ignored and said once in the client's output.
 */
export class Settings {
  readonly #connection: Connection;
  readonly #client: ClientAbilities;
  readonly #asked = new Map<string, Promise<TrailSettings>>();
  readonly #changed = new Emitter<void>();
  readonly #complaints = new Set<string>();
  /** Uris of the lists of names that the client names at the start. */
  readonly nameFiles: readonly string[];
  #sent: unknown;
  #revision = 0;

  readonly onDidChange: Event<void> = this.#changed.event;

  constructor(connection: Connection, client: ClientAbilities, initializationOptions: unknown) {
    this.#connection = connection;
    this.#client = client;
    this.#sent = sectionOf(initializationOptions) ?? initializationOptions;
    this.nameFiles = nameFilesIn(memberOf(initializationOptions, 'names') ?? memberOf(this.#sent, 'names'));
    connection.onDidChangeConfiguration((change: unknown) => this.#change(memberOf(change, 'settings')));
  }

  /** Grows with every change. */
  get revision(): number {
    return this.#revision;
  }

  /** To be called once the client is ready to be asked. */
  start(): void {
    if (!this.#client.registersConfiguration) return;
    this.#connection.client
      .register(DidChangeConfigurationNotification.type, { section: SECTION })
      .catch((error: unknown) => this.#connection.console.warn(`Changes of settings may go unnoticed: ${error}`));
  }

  of(uri: string): Promise<TrailSettings> {
    if (!this.#client.configuration) return Promise.resolve(this.#read(this.#sent));
    const known = this.#asked.get(uri);
    if (known !== undefined) return known;
    const asked = this.#ask(uri);
    this.#asked.set(uri, asked);
    return asked;
  }

  forget(uri: string): void {
    this.#asked.delete(uri);
  }

  async #ask(uri: string): Promise<TrailSettings> {
    try {
      return this.#read(await this.#connection.workspace.getConfiguration({ scopeUri: uri, section: SECTION }));
    } catch (error) {
      this.#connection.console.warn(`The settings could not be read, so the defaults hold: ${error}`);
      return this.#read(undefined);
    }
  }

  #change(settings: unknown): void {
    this.#sent = sectionOf(settings) ?? this.#sent;
    this.#asked.clear();
    this.#complaints.clear();
    this.#revision++;
    this.#changed.fire();
  }

  #read(section: unknown): TrailSettings {
    const { settings, complaints } = readSettings(section);
    for (const complaint of complaints) {
      if (this.#complaints.has(complaint)) continue;
      this.#complaints.add(complaint);
      this.#connection.console.warn(complaint);
    }
    return settings;
  }
}

/** Reads the value of the section `workmailTrail`, whatever it is. */
export function readSettings(section: unknown): { settings: TrailSettings; complaints: readonly string[] } {
  const complaints: string[] = [];
  const severities = new Map<string, Severity>();
  const known: ReadonlyMap<string, Rule> = new Map(rules().map((rule) => [rule.code, rule]));
  const chosen = memberOf(section, 'rules') ?? {};
  if (!isObject(chosen)) complaints.push(`The setting ${SECTION}.rules is ignored: it must be an object.`);
  for (const [code, severity] of isObject(chosen) ? Object.entries(chosen) : []) {
    if (!known.has(code)) {
      complaints.push(`The setting ${SECTION}.rules names ${JSON.stringify(code)}, which is no rule; it is ignored.`);
    } else if (isSeverity(severity)) {
      severities.set(code, severity);
    } else {
      const found = JSON.stringify(severity);
      const wanted = 'error, warning, information, hint or off';
      complaints.push(
        `The setting ${SECTION}.rules says ${found} for ${code}; it is ignored, as it must be ${wanted}.`,
      );
    }
  }
  const maxProblems = maxProblemsOf(section, complaints);
  const limits = limitsOf(section, complaints);
  const showsHints = memberOf(section, 'showHints') === true;
  const showsLenses = memberOf(section, 'showLenses') === true;
  return { settings: { severities, maxProblems, limits, showsHints, showsLenses }, complaints };
}

/** What can be set of the limits; the others hold as they are. */
const LIMITS: readonly LimitName[] = ['size', 'ratio', 'members', 'depth'];

function limitsOf(section: unknown, complaints: string[]): Limits {
  const chosen = memberOf(section, 'limits');
  const limits = { ...defaultLimits };
  for (const name of LIMITS) {
    const value = memberOf(chosen, name);
    if (value === undefined) continue;
    if (typeof value === 'number' && value >= 1) limits[name] = Math.floor(value);
    else complaints.push(`The setting ${SECTION}.limits.${name} is ignored: it must be a number, at least 1.`);
  }
  return limits;
}

function maxProblemsOf(section: unknown, complaints: string[]): number {
  const chosen = memberOf(section, 'maxProblems') ?? MOST_PROBLEMS;
  if (typeof chosen === 'number' && chosen >= 1) return Math.min(Math.floor(chosen), MOST_PROBLEMS);
  complaints.push(`The setting ${SECTION}.maxProblems is ignored: it must be a number from 1 to ${MOST_PROBLEMS}.`);
  return MOST_PROBLEMS;
}

/** Files may be named by uri, or by path as people write it in the settings of an editor. */
function nameFilesIn(names: unknown): readonly string[] {
  const all: readonly unknown[] = Array.isArray(names) ? names : [names];
  return all.flatMap((name) => (typeof name === 'string' && name !== '' ? [fileUri(name)] : []));
}

function fileUri(name: string): string {
  if (/^[a-z][a-z0-9+.-]+:/i.test(name)) return name;
  const path = name.replaceAll('\\', '/');
  return `file://${path.startsWith('/') ? '' : '/'}${encodeURI(path).replace(/[?#]/g, encodeURIComponent)}`;
}

function sectionOf(settings: unknown): unknown {
  return memberOf(settings, SECTION);
}

/** A member of something a client sent, which may be anything. Null counts as absent. */
function memberOf(value: unknown, name: string): unknown {
  return isObject(value) && Object.hasOwn(value, name) ? (value[name] ?? undefined) : undefined;
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function isSeverity(value: unknown): value is Severity {
  return SEVERITIES.has(value);
}
