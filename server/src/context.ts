import type { Connection } from 'vscode-languageserver';
import type { ClientAbilities } from './clientAbilities';
import type { Documents } from './documents';
import type { Platform } from './platform';
import type { Settings } from './settings';

/** What a feature gets to work with. */
export interface ServerContext {
  readonly connection: Connection;
  readonly client: ClientAbilities;
  readonly platform: Platform;
  readonly documents: Documents;
  readonly settings: Settings;
}
