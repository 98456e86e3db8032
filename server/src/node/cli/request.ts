import type { Limits } from '../../host/limits';
import type { ScanQuestion } from '../../places/asked';
import type { Asking } from './askArguments';
import type { Chaining } from './chainArguments';
import type { Listing } from './events';
import type { Exporting } from './exportArguments';
import type { HandingOver } from './handoverArguments';
import type { Listed } from './manifest';
import type { Redacting } from './redactArguments';
import type { Reporting } from './reportArguments';
import type { SigmaAsked } from './sigma';
import type { StateAsked } from './stateArguments';
import type { Verifying } from './verifyArguments';

/** What the command line asks for. Among `files` are folders and patterns, and `-` is standard input. */
export type Request =
  | { readonly command: 'help' | 'version' }
  | ({ readonly command: 'check'; readonly events: boolean } & Reading)
  | ({
      readonly command: 'summarize';
      readonly names?: readonly string[];
      readonly case?: string;
    } & Reading)
  | ({ readonly command: 'report' } & Reporting)
  | ({ readonly command: 'events' } & Listing)
  | ({ readonly command: 'export' } & Exporting)
  | ({ readonly command: 'handover' } & HandingOver)
  | ({ readonly command: 'redact' } & Redacting)
  | ({ readonly command: 'ask' } & Asking)
  | ({ readonly command: 'sigma' } & SigmaAsked)
  | ({ readonly command: 'state' } & StateAsked)
  | ({ readonly command: 'chain' } & Chaining)
  | ({ readonly command: 'verify' } & Verifying)
  | ({ readonly command: 'manifest' } & Listed)
  | { readonly command: 'misused'; readonly reason: string };

/** What to read, and what of it to tell. */
export interface Reading {
  readonly files: readonly string[];
  readonly json: boolean;
  readonly question: ScanQuestion;
  readonly limits: Limits;
}

export function misused(reason: string): Request {
  return { command: 'misused', reason };
}
