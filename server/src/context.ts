import type { Connection } from 'vscode-languageserver';
import type { AllEvents } from './allEvents';
import type { ClientAbilities } from './clientAbilities';
import type { DiskLogs } from './diskLogs';
import type { Documents } from './documents';
import type { Inspected } from './inspected';
import type { Platform } from './platform';
import type { Settings } from './settings';
import type { Views } from './views';

/** What a feature gets to work with. */
export interface ServerContext {
  readonly connection: Connection;
  readonly client: ClientAbilities;
  readonly platform: Platform;
  readonly documents: Documents;
  readonly diskLogs: DiskLogs;
  readonly inspected: Inspected;
  readonly events: AllEvents;
  readonly views: Views;
  readonly settings: Settings;
}
