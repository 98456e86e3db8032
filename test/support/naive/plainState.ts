/** How things are, found the plain way: every question goes through all events again, action by action, with plain objects. */

import type { Json, PlainEvent } from './plainEvent';
import { plainOrder } from './plainOrder';

type Row = { [member: string]: Json };

/** The tables that are compared; all others must be empty. */
export interface PlainTables {
  mailboxPermissions: Row[];
  impersonationRoles: Row[];
  members: Row[];
  delegates: Row[];
  exportJobs: Row[];
  users: Row[];
  groups: Row[];
  resources: Row[];
  primaryAddresses: Row[];
  aliases: Row[];
  accessControlRules: Row[];
  mobileDeviceAccessRules: Row[];
  mobileDeviceAccessOverrides: Row[];
  personalAccessTokens: Row[];
  domains: Row[];
  defaultDomains: Row[];
  dmarc: Row[];
  retentionPolicies: Row[];
  availabilityConfigurations: Row[];
}

/** @param until as CloudTrail writes it; events of that second count */
export function plainState(events: readonly PlainEvent[], until: string): PlainTables {
  const state = new PlainState();
  const once = new Map(events.map((event) => [event.eventID, event]));
  const ordered = plainOrder(Array.from(once.values()));
  for (const event of ordered) if (event.eventTime <= until && event.errorCode === undefined) state.apply(event);
  return state.sorted();
}

class PlainState {
  tables: PlainTables = {
    mailboxPermissions: [],
    impersonationRoles: [],
    members: [],
    delegates: [],
    exportJobs: [],
    users: [],
    groups: [],
    resources: [],
    primaryAddresses: [],
    aliases: [],
    accessControlRules: [],
    mobileDeviceAccessRules: [],
    mobileDeviceAccessOverrides: [],
    personalAccessTokens: [],
    domains: [],
    defaultDomains: [],
    dmarc: [],
    retentionPolicies: [],
    availabilityConfigurations: [],
  };
  #event: PlainEvent | undefined;

  apply(event: PlainEvent): void {
    this.#event = event;
    const { eventName: action, requestParameters: asked, responseElements: answered } = event;
    if (asked === null) return;
    const t = this.tables;
    const org = String(asked.organizationId ?? answered?.organizationId ?? '');
    const text = (name: string): string => String(asked[name] ?? '');
    const answer = (name: string): string => String(answered?.[name] ?? '');
    const only = (...names: string[]): Row =>
      Object.fromEntries(names.flatMap((name) => (asked[name] === undefined ? [] : [[name, asked[name] as Json]])));
    const any = (name: string): string => this.#who(org, text(name), '');
    if (action === 'CreateUser') {
      this.#put(
        t.users,
        { organizationId: org, userId: answer('userId') },
        {
          name: text('name'),
          displayName: text('displayName'),
          email: null,
          enabled: false,
          ...only('role', 'hiddenFromGlobalAddressList'),
        },
      );
    } else if (action === 'CreateGroup') {
      this.#put(
        t.groups,
        { organizationId: org, groupId: answer('groupId') },
        {
          name: text('name'),
          email: null,
          enabled: false,
        },
      );
    } else if (action === 'CreateResource') {
      this.#put(
        t.resources,
        { organizationId: org, resourceId: answer('resourceId') },
        {
          name: text('name'),
          type: text('type'),
          email: null,
          enabled: false,
        },
      );
    } else if (action === 'UpdateUser') {
      const key = { organizationId: org, userId: this.#who(org, text('userId'), 'user') };
      const before = find(t.users, key) ?? { name: null, displayName: null, email: null, enabled: null };
      this.#put(t.users, key, { ...bare(before, key), ...only('displayName', 'role', 'hiddenFromGlobalAddressList') });
    } else if (action === 'RegisterToWorkMail') {
      const entity = any('entityId');
      this.#put(t.primaryAddresses, { organizationId: org, entity }, { email: text('email') });
      this.#mail(org, entity, { email: text('email'), enabled: true });
    } else if (action === 'DeregisterFromWorkMail') {
      this.#mail(org, any('entityId'), { enabled: false });
    } else if (action === 'UpdatePrimaryEmailAddress') {
      const entity = any('entityId');
      const email = text('email');
      const before = find(t.primaryAddresses, { organizationId: org, entity })?.email;
      t.aliases = t.aliases.filter((row) => !isRow(row, { organizationId: org, entity, alias: email }));
      if (typeof before === 'string' && before !== email)
        this.#put(t.aliases, { organizationId: org, entity, alias: before }, {});
      this.#put(t.primaryAddresses, { organizationId: org, entity }, { email });
      this.#mail(org, entity, { email });
    } else if (action === 'DeleteUser' || action === 'DeleteGroup' || action === 'DeleteResource') {
      const kind = action.slice('Delete'.length).toLowerCase();
      this.#forget(org, this.#who(org, text(`${kind}Id`), kind));
    } else if (action === 'CreateAlias') {
      this.#put(t.aliases, { organizationId: org, entity: any('entityId'), alias: text('alias') }, {});
    } else if (action === 'DeleteAlias') {
      const key = { organizationId: org, entity: any('entityId'), alias: text('alias') };
      t.aliases = t.aliases.filter((row) => !isRow(row, key));
    } else if (action === 'PutMailboxPermissions') {
      const key = { organizationId: org, mailbox: any('entityId'), grantee: any('granteeId') };
      const permissions = Array.from(new Set(asked.permissionValues as readonly string[])).sort();
      if (permissions.length > 0) this.#put(t.mailboxPermissions, key, { permissions });
      else t.mailboxPermissions = t.mailboxPermissions.filter((row) => !isRow(row, key));
    } else if (action === 'DeleteMailboxPermissions') {
      const key = { organizationId: org, mailbox: any('entityId'), grantee: any('granteeId') };
      t.mailboxPermissions = t.mailboxPermissions.filter((row) => !isRow(row, key));
    } else if (action === 'ListMailboxPermissions' && answered !== null) {
      this.#listPermissions(org, any('entityId'), asked, answered);
    } else if (action === 'AssociateMemberToGroup') {
      const group = this.#who(org, text('groupId'), 'group');
      this.#put(t.members, { organizationId: org, group, member: any('memberId') }, {});
    } else if (action === 'DisassociateMemberFromGroup') {
      const key = { organizationId: org, group: this.#who(org, text('groupId'), 'group'), member: any('memberId') };
      t.members = t.members.filter((row) => !isRow(row, key));
    } else if (action === 'AssociateDelegateToResource') {
      const resource = this.#who(org, text('resourceId'), 'resource');
      this.#put(t.delegates, { organizationId: org, resource, delegate: any('entityId') }, {});
    } else if (action === 'DisassociateDelegateFromResource') {
      const resource = this.#who(org, text('resourceId'), 'resource');
      const key = { organizationId: org, resource, delegate: any('entityId') };
      t.delegates = t.delegates.filter((row) => !isRow(row, key));
    } else if (action === 'CreateImpersonationRole' || action === 'UpdateImpersonationRole') {
      const id = action.startsWith('Create') ? answer('impersonationRoleId') : text('impersonationRoleId');
      const values = { name: text('name'), type: text('type'), rules: asked.rules ?? null };
      this.#put(t.impersonationRoles, { organizationId: org, impersonationRoleId: id }, values);
    } else if (action === 'DeleteImpersonationRole') {
      const key = { organizationId: org, impersonationRoleId: text('impersonationRoleId') };
      t.impersonationRoles = t.impersonationRoles.filter((row) => !isRow(row, key));
    } else if (action === 'PutAccessControlRule') {
      const values = { ...only('effect', 'description', 'ipRanges', 'actions', 'userIds') };
      this.#put(t.accessControlRules, { organizationId: org, name: text('name') }, values);
    } else if (action === 'DeleteAccessControlRule') {
      const key = { organizationId: org, name: text('name') };
      t.accessControlRules = t.accessControlRules.filter((row) => !isRow(row, key));
    } else if (action === 'PutMobileDeviceAccessOverride') {
      const key = { organizationId: org, userId: this.#who(org, text('userId'), 'user'), deviceId: text('deviceId') };
      this.#put(t.mobileDeviceAccessOverrides, key, only('effect'));
    } else if (action === 'DeleteMobileDeviceAccessOverride') {
      const key = { organizationId: org, userId: this.#who(org, text('userId'), 'user'), deviceId: text('deviceId') };
      t.mobileDeviceAccessOverrides = t.mobileDeviceAccessOverrides.filter((row) => !isRow(row, key));
    } else if (action === 'StartMailboxExportJob') {
      const key = { organizationId: org, jobId: answer('jobId') };
      const values = { entityId: any('entityId'), ...only('s3BucketName'), state: 'RUNNING' };
      this.#put(t.exportJobs, key, values);
    } else if (action === 'CancelMailboxExportJob') {
      const key = { organizationId: org, jobId: text('jobId') };
      const before = find(t.exportJobs, key) ?? { entityId: null };
      this.#put(t.exportJobs, key, { ...bare(before, key), state: 'CANCELLED' });
    } else if (action === 'RegisterMailDomain') {
      this.#put(t.domains, { organizationId: org, domainName: text('domainName') }, {});
    } else if (action === 'DeregisterMailDomain') {
      const key = { organizationId: org, domainName: text('domainName') };
      t.domains = t.domains.filter((row) => !isRow(row, key));
      t.defaultDomains = t.defaultDomains.filter((row) => !isRow(row, key));
    } else if (action === 'UpdateDefaultMailDomain') {
      this.#put(t.defaultDomains, { organizationId: org }, { domainName: text('domainName') });
    } else if (action === 'PutInboundDmarcSettings') {
      this.#put(t.dmarc, { organizationId: org }, only('enforced'));
    } else if (action === 'PutRetentionPolicy') {
      const id = asked.id ?? null;
      if (id !== null)
        t.retentionPolicies = t.retentionPolicies.filter((row) => row.id !== null || row.organizationId !== org);
      const values = { name: text('name'), folderConfigurations: asked.folderConfigurations ?? null };
      this.#put(t.retentionPolicies, { organizationId: org, id }, values);
    } else if (action === 'DeleteRetentionPolicy') {
      t.retentionPolicies = t.retentionPolicies.filter(
        (row) => row.organizationId !== org || (row.id !== null && row.id !== text('id')),
      );
    } else if (action === 'DeleteOrganization') {
      for (const [name, rows] of Object.entries(this.tables) as [keyof PlainTables, Row[]][])
        if (name !== 'exportJobs') this.tables[name] = rows.filter((row) => row.organizationId !== org);
    }
  }

  /** Rows in the order of their organizations and keys. */
  sorted(): PlainTables {
    const keys: Record<keyof PlainTables, string[]> = {
      mailboxPermissions: ['mailbox', 'grantee'],
      impersonationRoles: ['impersonationRoleId'],
      members: ['group', 'member'],
      delegates: ['resource', 'delegate'],
      exportJobs: ['jobId'],
      users: ['userId'],
      groups: ['groupId'],
      resources: ['resourceId'],
      primaryAddresses: ['entity'],
      aliases: ['entity', 'alias'],
      accessControlRules: ['name'],
      mobileDeviceAccessRules: [],
      mobileDeviceAccessOverrides: ['userId', 'deviceId'],
      personalAccessTokens: [],
      domains: ['domainName'],
      defaultDomains: [],
      dmarc: [],
      retentionPolicies: ['id'],
      availabilityConfigurations: [],
    };
    for (const [name, rows] of Object.entries(this.tables) as [keyof PlainTables, Row[]][]) {
      const order = (row: Row): string => ['organizationId', ...keys[name]].map((key) => row[key] ?? '').join('\u0000');
      rows.sort((a, b) => (order(a) < order(b) ? -1 : 1));
    }
    return this.tables;
  }

  #listPermissions(org: string, mailbox: string, asked: Row, answered: Row): void {
    const t = this.tables;
    const listed = (answered.permissions ?? []) as unknown as { granteeId: string; permissionValues: string[] }[];
    for (const { granteeId, permissionValues } of listed) {
      const grantee = this.#who(org, granteeId, '');
      const key = { organizationId: org, mailbox, grantee };
      this.#put(t.mailboxPermissions, key, { permissions: [...permissionValues].sort() });
    }
    if (asked.nextToken !== undefined || answered.nextToken !== undefined) return;
    const there = listed.map(({ granteeId }) => this.#who(org, granteeId, ''));
    t.mailboxPermissions = t.mailboxPermissions.filter(
      (row) => row.organizationId !== org || row.mailbox !== mailbox || there.includes(String(row.grantee)),
    );
  }

  /** What is the same as before keeps its beginning. */
  #put(rows: Row[], key: Row, values: Row): void {
    const row = find(rows, key);
    const { eventTime: since = '', eventID = '' } = this.#event ?? {};
    const next = { ...key, ...values, since, eventID };
    if (row === undefined) rows.push(next);
    else if (JSON.stringify(sorted(bare(row, key))) !== JSON.stringify(sorted(values))) {
      for (const member of Object.keys(row)) delete row[member];
      Object.assign(row, next);
    }
  }

  #mail(org: string, id: string, values: Row): void {
    const { users, groups, resources } = this.tables;
    for (const [rows, member] of [
      [users, 'userId'],
      [groups, 'groupId'],
      [resources, 'resourceId'],
    ] as const) {
      const key = { organizationId: org, [member]: id };
      const before = find(rows, key);
      if (before !== undefined) this.#put(rows, key, { ...bare(before, key), ...values });
    }
  }

  #forget(org: string, id: string): void {
    const t = this.tables;
    const without = (rows: Row[], ...members: string[]): Row[] =>
      rows.filter((row) => row.organizationId !== org || !members.some((member) => row[member] === id));
    const kind = this.#event?.eventName.slice('Delete'.length);
    if (kind === 'User') t.users = without(t.users, 'userId');
    if (kind === 'Group') t.groups = without(t.groups, 'groupId');
    if (kind === 'Resource') t.resources = without(t.resources, 'resourceId');
    t.aliases = without(t.aliases, 'entity');
    t.primaryAddresses = without(t.primaryAddresses, 'entity');
    t.mailboxPermissions = without(t.mailboxPermissions, 'mailbox', 'grantee');
    t.members = without(t.members, 'group', 'member');
    t.delegates = without(t.delegates, 'resource', 'delegate');
    t.mobileDeviceAccessOverrides = without(t.mobileDeviceAccessOverrides, 'userId');
  }

  /** The one that is called so now, if there is one and no more. */
  #who(org: string, text: string, kind: string): string {
    const { users, groups, resources, primaryAddresses, aliases } = this.tables;
    const here = (rows: Row[]): Row[] => rows.filter((row) => row.organizationId === org);
    const known = [
      ...here(users).map((row) => ({ id: row.userId, kind: 'user', called: [row.name, row.email] })),
      ...here(groups).map((row) => ({ id: row.groupId, kind: 'group', called: [row.name, row.email] })),
      ...here(resources).map((row) => ({ id: row.resourceId, kind: 'resource', called: [row.name, row.email] })),
    ];
    if (known.some(({ id }) => id === text)) return text;
    const isMeant = (id: Json | undefined): boolean => {
      const kinds = known.flatMap((one) => (one.id === id ? [one.kind] : []));
      return kind === '' || kinds.length === 0 || kinds.includes(kind);
    };
    const all = [
      ...known,
      ...here(primaryAddresses).map((row) => ({ id: row.entity, called: [row.email] })),
      ...here(aliases).map((row) => ({ id: row.entity, called: [row.alias] })),
    ];
    const fitting = all.filter(({ id, called }) => called.some((each) => each === text) && isMeant(id));
    const ids = new Set(fitting.map(({ id }) => id));
    const [only] = ids;
    return ids.size === 1 && typeof only === 'string' ? only : text;
  }
}

function isRow(row: Row, key: Row): boolean {
  return Object.entries(key).every(([member, value]) => row[member] === value);
}

function find(rows: Row[], key: Row): Row | undefined {
  return rows.find((row) => isRow(row, key));
}

function bare(row: Row, key: Row): Row {
  const { since: _since, eventID: _eventID, ...values } = row;
  return Object.fromEntries(Object.entries(values).filter(([member]) => !Object.hasOwn(key, member)));
}

function sorted(row: Row): Row {
  return Object.fromEntries(Object.entries(row).sort(([a], [b]) => (a < b ? -1 : 1)));
}
