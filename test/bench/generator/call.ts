import type { JsonObject, JsonValue } from '../../../server/src/core/record';
import type { Chance } from './chance';

/** Where and when the records of a log come from. */
export interface Setting {
  readonly account: string;
  readonly region: string;
  /** Of WorkMail. */
  readonly organizationId: string;
}

/** What is asked of a service, and the fields of the record that depend on it. */
export interface Call {
  readonly eventSource: string;
  readonly eventName: string;
  readonly host: string;
  readonly eventVersion: string;
  readonly readOnly: boolean;
  readonly request: JsonValue;
  readonly response?: JsonValue;
  readonly additional?: JsonObject;
  readonly resources?: readonly JsonObject[];
  readonly errorCode?: string;
  readonly errorMessage?: string;
}

/** Makes one call; the same chance makes the same one. */
export type MakeCall = (chance: Chance, setting: Setting) => Call;
