import { logDeliveries } from '../../../generated/logDeliveries';
import type { Act } from '../act';
import { asHappened } from '../asHappened';
import type { Evidence } from '../evidence';
import { replay } from '../state/replay';
import { type Channel, elsewhere } from './channel';
import { deliveryTurns } from './deliveryTurns';
import { EMAIL_EVENTS } from './logDeliveriesFile';
import { monitoringTurns } from './monitoringTurns';
import type { LogChange, OwnLog } from './ownLog';
import type { Turn } from './turn';

/**
 * From when to when which of WorkMail's own logs was delivered, and without which fields: the deliveries of its audit logs and the
 * configuration of its e-mail event log, as calls tell. Logs of other services are left out.
 */
export function ownLogsOf({ acts, reach }: Pick<Evidence, 'acts' | 'reach'>): readonly OwnLog[] {
  const own = acts.filter(isAboutLogs);
  if (own.length === 0) return [];
  const history = replay({ acts: own, reach });
  const turns = [...deliveryTurns(history, own), ...monitoringTurns(history)];
  const order = new Map(asHappened(turns.map(({ act }) => act)).map((act, at) => [act, at]));
  turns.sort((left, right) => (order.get(left.act) ?? 0) - (order.get(right.act) ?? 0));
  const byLog = new Map<string, Turn[]>();
  for (const turn of turns) {
    const key = keyOf(turn);
    const known = byLog.get(key);
    if (known === undefined) byLog.set(key, [turn]);
    else known.push(turn);
  }
  return Array.from(byLog.values(), ownLog);
}

function isAboutLogs({ call, facts }: Act): boolean {
  return call.ofService === 'logs' || (call.action.endsWith(MONITORING) && facts.service === 'workmail');
}

const MONITORING = 'EmailMonitoringConfiguration';

function keyOf({ logType, arn, organizationId, source, channel }: Turn): string {
  // Of what is not known to be one log nothing is added up.
  return JSON.stringify(logType === '' ? ['', source === '' ? channel : source] : [logType, arn || organizationId]);
}

function ownLog(turns: readonly Turn[]): OwnLog {
  const [{ logType, arn, organizationId, source } = NO_LOG] = turns;
  const channels = new Map<string, Channel>();
  const changes: LogChange[] = [];
  for (const turn of turns) {
    const before = channels.get(turn.channel);
    if (turn.is === undefined) channels.delete(turn.channel);
    else channels.set(turn.channel, turn.is);
    const without = leftOut(logType, Array.from(channels.values()));
    const last = changes.at(-1);
    const lost = without.filter((field) => !(last?.without ?? []).includes(field));
    changes.push({
      act: turn.act,
      what: whatOf(turn, before, lost, last?.without ?? [], without),
      delivery: logType === EMAIL_EVENTS ? '' : turn.channel,
      isFirst: last === undefined,
      isOn: channels.size > 0,
      without,
      accounts: Array.from(new Set(Array.from(channels.values()).flatMap(elsewhere))),
      places: Array.from(new Set(Array.from(channels.values()).flatMap(({ place }) => (place === '' ? [] : place)))),
    });
  }
  return { logType, arn, organizationId, source: logType === '' ? source : '', changes };
}

const NO_LOG = { logType: '', arn: '', organizationId: '', source: '' };

function whatOf(
  { is, isMade }: Turn,
  before: Channel | undefined,
  lost: readonly string[],
  were: readonly string[],
  are: readonly string[],
): LogChange['what'] {
  if (is === undefined) return 'off';
  if (before === undefined && isMade) return 'on';
  if (lost.length > 0) return 'left-out';
  return were.length > are.length ? 'back' : 'moved';
}

/** Fields that none of the deliveries has. Of a log of unknown kind nobody knows which there are: those count that it had before. */
function leftOut(logType: string, channels: readonly Channel[]): readonly string[] {
  const documented = Object.keys(logDeliveries().logs[logType]?.fields ?? {});
  return (
    channels
      .map(({ fields, before }) => {
        if (fields === undefined) return [];
        return (documented.length > 0 ? documented : (before ?? [])).filter((field) => !fields.includes(field));
      })
      .reduce<readonly string[] | undefined>(
        (all, each) => all?.filter((field) => each.includes(field)) ?? each,
        undefined,
      ) ?? []
  );
}
