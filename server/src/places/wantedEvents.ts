import type { EventFacts } from '../core/index';
import { isMailCall } from '../core/index';
import type { ServiceChoice } from '../host/logFiles';

/** What is told of the events of a file, beside their rows. */
export interface EventsTold {
  /** Whose they are. */
  readonly service: ServiceChoice;
  readonly count: number;
  /** The line and the character at which each begins, of one after the other; absent where the log is one line. */
  readonly starts?: readonly number[];
}

/** Whether a scan that asks for a service keeps an event. A record too damaged to tell whose it is may be anybody's. */
export function isWanted(
  service: ServiceChoice,
  facts: Pick<EventFacts, 'service' | 'malformed' | 'eventSource'>,
): boolean {
  return isOfService(service, facts) || (facts.malformed === 'syntax' && facts.eventSource === '');
}

/** Whether an event is of the service that was asked for; `workmail` includes Message Flow. */
export function isOfService(service: ServiceChoice, facts: Pick<EventFacts, 'service' | 'eventSource'>): boolean {
  if (service === 'all') return true;
  return service === 'workmail' ? isMailCall(facts.service) : facts.eventSource.toLowerCase() === service;
}
