import type { JsonObject, JsonValue } from '../../server/src/core/record';
import type { SeededNumbers } from './seededNumbers';

/** Invented records of WorkMail's own logs. */

/** A record with its fields in the order of the documentation. */
export interface OwnRecord {
  readonly log: string;
  readonly event: JsonObject;
}

/** Fields without which nobody could tell which log a record is of. */
const TELLING: Readonly<Record<string, string>> = {
  'mailbox-access': 'action_allowed',
  'access-control': 'access_granted',
  authentication: 'auth_successful',
  'personal-access-token': 'scopes',
  'availability-provider': 'availability_event_successful',
};

const ARN = 'arn:aws:workmail:eu-west-1:111122223333:organization/m-5e6f708192a3b4c5d6e7f8091a2b3c4d';

export function ownRecordOf(random: SeededNumbers): OwnRecord {
  const logs = Object.keys(TELLING);
  const log = logs[random.between(0, logs.length - 1)] ?? 'mailbox-access';
  const common: Record<string, JsonValue> = {
    event_timestamp: 1_772_350_000_000 + random.between(0, 100_000_000 - 1),
    request_id: uuid(random),
    organization_arn: ARN,
    user_id:
      random.between(0, 2 - 1) === 0
        ? uuid(random)
        : `S-1-1-12-${random.between(0, 9 - 1)}-${random.between(0, 99 - 1)}-7-1001`,
  };
  const ways = ['EWS', 'IMAP', 'WebMail', 'ActiveSync', 'NewProtocol'];
  const client = {
    protocol: ways[random.between(0, ways.length - 1)] ?? 'EWS',
    source_ip: `192.0.2.${random.between(0, 255 - 1)}`,
  };
  const agent = { user_agent: 'Tool/1.0' };
  const truth = random.between(0, 3 - 1) > 0;
  switch (log) {
    case 'access-control':
      return {
        log,
        event: { ...common, ...client, scope: 'AccessControl', rule_id: 'Default', access_granted: truth },
      };
    case 'authentication': {
      const reason = truth ? {} : { auth_failed_reason: 'wrong "password", perhaps' };
      const tried = { user: `user${random.between(0, 9 - 1)}@example.com` };
      return {
        log,
        event: { ...common, ...tried, ...client, ...agent, method: 'basic', auth_successful: truth, ...reason },
      };
    }
    case 'personal-access-token': {
      const token = { action: 'create', name: 'my phone', expires_time: 1_803_897_000_000, scopes: ['a', 'b'] };
      return { log, event: { ...common, user: 'jane@example.com', protocol: 'webapp', ...agent, ...token } };
    }
    case 'availability-provider':
      return {
        log,
        event: {
          ...common,
          type: 'EWS',
          domain: 'example.net',
          ews_endpoint: 'https://a.example/',
          availability_event_successful: truth,
        },
      };
    default: {
      const acts = ['read', 'read_attachment', 'delete', 'some_new_action'];
      const impersonated = random.between(0, 4 - 1) === 0 ? { impersonator_id: uuid(random) } : {};
      const item = { owner_id: uuid(random), object_type: 'Message', item_id: `AAMk${random.between(0, 1e9 - 1)}` };
      const place = { folder_path: '/Inbox/a b', folder_id: `f-${random.between(0, 99 - 1)}` };
      return {
        log: 'mailbox-access',
        event: {
          ...common,
          ...impersonated,
          ...client,
          ...agent,
          action: acts[random.between(0, 4 - 1)] ?? 'read',
          ...item,
          ...place,
          action_allowed: truth,
        },
      };
    }
  }
}

function uuid(random: SeededNumbers): string {
  const digits = Array.from({ length: 32 }, () => random.between(0, 16 - 1).toString(16)).join('');
  return digits.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5');
}

/** Some of the fields, as a customer may have chosen them: enough that anybody can tell what the record is. */
export function chosenFields(records: readonly OwnRecord[], random: SeededNumbers): readonly OwnRecord[] {
  const names = new Set(records.flatMap(({ event }) => Object.keys(event)));
  const left = new Set(Array.from(names).filter(() => random.between(0, 4 - 1) === 0));
  return records.map(({ log, event }) => {
    const kept = Object.entries(event).filter(
      ([name]) => !left.has(name) || name === TELLING[log] || name === 'organization_arn',
    );
    return { log, event: Object.fromEntries(kept) };
  });
}

export function shuffled(event: JsonObject, random: SeededNumbers): JsonObject {
  const entries = Object.entries(event);
  for (let at = entries.length - 1; at > 0; at--) {
    const other = random.between(0, at + 1 - 1);
    const [a, b] = [entries[at], entries[other]];
    if (a !== undefined && b !== undefined) [entries[at], entries[other]] = [b, a];
  }
  return Object.fromEntries(entries);
}
