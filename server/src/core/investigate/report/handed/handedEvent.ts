import { isMailCall } from '../../../record';
import type { Act } from '../../act';
import type { EventFacts } from '../../facts';
import type { EventInLog } from '../../order';
import { secondText } from '../../utcText';

/** One event of an appendix, one fact each; texts are as the log has them. */
export interface HandedEvent {
  /** Milliseconds since 1970; undefined where it can't be read. */
  readonly time: number | undefined;
  /** The same in UTC, else as written. */
  readonly when: string;
  readonly action: string;
  readonly outcome: string;
  readonly who: string;
  readonly key: string;
  readonly address: string;
  readonly userAgent: string;
  /** What it was done to. */
  readonly on: string;
  /** The log, and the position among its records. */
  readonly file: string;
  readonly index: number;
  readonly eventID: string;
}

/** @param file how the log is called that holds the event */
export function handedEvent({ facts }: Pick<EventInLog, 'facts'>, file: string): HandedEvent {
  const { actor, outcome, errorCode, targets, things, userAgent } = facts;
  return {
    time: facts.time,
    when: facts.time === undefined ? facts.eventTime : secondText(facts.time),
    action: facts.eventName,
    outcome: errorCode === '' ? outcome : `${outcome}: ${errorCode}`,
    who: whoIn(facts),
    key: actor.accessKeyId ?? '',
    address: facts.sourceIPAddress,
    userAgent,
    on: Array.from(
      new Set(
        facts.service === 'own' ? ownTargets(facts) : !isMailCall(facts.service) ? things : targets.map(({ id }) => id),
      ),
    ).join(', '),
    file,
    index: facts.index,
    eventID: facts.eventID,
  };
}

/** In WorkMail's own logs the role stands for whoever acted through it: nobody else is named. */
function whoIn({ actor, impersonator }: EventFacts): string {
  if (impersonator === '') return actor.name;
  return actor.name === impersonator ? `the role ${impersonator}` : `${actor.name} through the role ${impersonator}`;
}

/** Whose mailbox and what in it, or who got a mail: neither the organization, which all records name, nor who acted, who has columns of their own. */
function ownTargets({ actor, impersonator, organizationId, targets, things }: EventFacts): readonly string[] {
  const others = things.filter((thing) => ![actor.name, impersonator, organizationId].includes(thing));
  return [...targets.map(({ id }) => id), ...others];
}

/** Whether an event is one of any service that answers rest on, which says by itself what its log is called. */
export function isAct(event: EventInLog): event is Act {
  return 'row' in event;
}
