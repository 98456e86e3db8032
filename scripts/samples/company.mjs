/**
 * The invented company all logs are about. Its accounts, ids and addresses belong to nobody: the account numbers repeat one
 * digit, the domains are reserved for examples (RFC 2606), the IP addresses for documentation (RFC 5737 and 3849).
 */
import { diceOf } from './dice.mjs';

export const account = '111111111111';
export const auditAccount = '222222222222';
export const foreignAccount = '999999999999';

const ids = diceOf(20260101);

export const organizationId = `m-${ids.hex(32)}`;
export const organizationArn = `arn:aws:workmail:us-east-1:${account}:organization/${organizationId}`;
export const mailKey = `arn:aws:kms:us-east-1:${account}:key/${ids.guid()}`;
export const monitoring = {
  roleArn: `arn:aws:iam::${account}:role/WorkMailEventLogging`,
  logGroupArn: `arn:aws:logs:us-east-1:${account}:log-group:/aws/workmail/events/example-corp:*`,
};
export const identityCenter = {
  instanceArn: `arn:aws:sso:::instance/ssoins-${ids.hex(16)}`,
  applicationArn: `arn:aws:sso::${account}:application/ssoins-${ids.hex(16)}/apl-${ids.hex(16)}`,
  identityStoreArn: `arn:aws:identitystore::${account}:identitystore/d-${ids.hex(10)}`,
};

/** @typedef {{ id: string, name: string, displayName: string, email: string, department: string }} Person */

const people = [
  ['Amal', 'Haddad', 'Board'],
  ['Bruno', 'Keller', 'Finance'],
  ['Chiara', 'Moretti', 'Finance'],
  ['Dewi', 'Santoso', 'Legal'],
  ['Elif', 'Yilmaz', 'Human Resources'],
  ['Femi', 'Adeyemi', 'Sales'],
  ['Grace', 'Okafor', 'Sales'],
  ['Hugo', 'Lindqvist', 'Sales'],
  ['Ines', 'Carvalho', 'Marketing'],
  ['Jun', 'Tanaka', 'Engineering'],
  ['Kofi', 'Mensah', 'Engineering'],
  ['Lena', 'Novak', 'Engineering'],
  ['Mateo', 'Rojas', 'Engineering'],
  ['Nadia', 'Petrova', 'Support'],
  ['Owen', 'Clarke', 'Support'],
  ['Priya', 'Nair', 'Support'],
];

/** @type {readonly Person[]} */
export const staff = people.map(([first, last, department]) => {
  const name = `${first}.${last}`.toLowerCase();
  return {
    id: ids.guid(),
    name,
    displayName: `${first} ${last}`,
    email: `${name}@example.com`,
    department: `${department}`,
  };
});

/**
 * @param {string} name such as `amal.haddad`
 * @returns {Person}
 */
export function person(name) {
  const found = staff.find((one) => one.name === name);
  if (found === undefined) throw new Error(`Nobody in scripts/samples/company.mjs is called ${name}.`);
  return found;
}

export const groups = {
  finance: { id: ids.guid(), name: 'finance', email: 'finance@example.com' },
  everyone: { id: ids.guid(), name: 'everyone', email: 'everyone@example.com' },
  support: { id: ids.guid(), name: 'support', email: 'support@example.com' },
};

export const rooms = {
  harbour: { id: `r-${ids.hex(32)}`, name: 'room-harbour', email: 'room-harbour@example.com' },
};
