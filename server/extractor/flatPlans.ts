/**
 * What rows of flat logs are made by: where entries of a log have what rows say, which the host writes here; and what the host has told of
 * records that are alike, by places that follow from what tells them apart. Where another one has such a place, the host is asked again.
 */

/** Of a plan, in bytes: places behind the beginning of an entry, 0 for none. */
export namespace Plan {
  export const TRUTH: usize = 0;
  export const TIME: usize = 4;
  export const REQUEST: usize = 8;
  export const ACT: usize = 12;
  /** Lists of places, the first that says something counts; behind the last stands 0. */
  export const ORGANIZATION: usize = 16;
  export const ACTOR: usize = 32;
  export const USER: usize = 48;
  export const NAME: usize = 64;
  export const ADDRESS: usize = 80;
  export const AGENT: usize = 96;
  /** A place, and which own column it goes to: two numbers each, and behind the last 0. */
  export const COLUMNS: usize = 112;
}

/** Logs have numbers below this. */
const MOST_PLANS: usize = 16;
const PLAN_SIZE: usize = 512;
const plans: usize = memory.data(8192, 16);

/** Where the plan of a log is written, once. */
export function planOf(log: u32): usize {
  return plans + (<usize>log & (MOST_PLANS - 1)) * PLAN_SIZE;
}

/** Which fields say something, which organization, and what was done; then the log, plus one. */
const KIND_BITS: u32 = 8;
const KIND_SIZE: usize = 24;
const kinds: usize = memory.data(6144, 16);

function kindPlace(there: u64, organization: u32, act: u32): usize {
  const mixed = (there ^ ((<u64>organization) << 40) ^ ((<u64>act) << 20)) * 0x9e3779b97f4a7c15;
  return kinds + <usize>(mixed >> (64 - KIND_BITS)) * KIND_SIZE;
}

/** @returns the log, plus one; 0 where the host has to be asked */
export function logOf(there: u64, organization: u32, act: u32): u32 {
  const kind = kindPlace(there, organization, act);
  return load<u64>(kind) === there && load<u32>(kind, 8) === organization && load<u32>(kind, 12) === act
    ? load<u32>(kind, 16)
    : 0;
}

/** @param low the first half of the fields, as numbers are told to the host @param high the other */
export function tellLog(low: u32, high: u32, organization: u32, act: u32, log: u32): void {
  const there = <u64>low | ((<u64>high) << 32);
  const kind = kindPlace(there, organization, act);
  store<u64>(kind, there);
  store<u32>(kind, organization, 8);
  store<u32>(kind, act, 12);
  store<u32>(kind, log + 1, 16);
}

/** Of a call: the plan, the organization, what was done, and how it went; then what the host told. */
export namespace Call {
  export const NUMBER: usize = 16;
  export const STATE: usize = 20;
  export const ORGANIZATION: usize = 24;
  export const IS_TOLD: usize = 28;
}
const CALL_BITS: u32 = 8;
const CALL_SIZE: usize = 32;
const calls: usize = memory.data(8192, 16);

function callPlace(log: u32, organization: u32, act: u32, truth: u32): usize {
  const mixed = ((act << 2) ^ truth ^ (log << 20) ^ (organization * 0x85ebca6b)) * 0x9e3779b1;
  return calls + <usize>(mixed >> (32 - CALL_BITS)) * CALL_SIZE;
}

/** @returns where it is told; 0 where the host has to be asked */
export function callOf(log: u32, organization: u32, act: u32, truth: u32): usize {
  const call = callPlace(log, organization, act, truth);
  return load<u32>(call, Call.IS_TOLD) !== 0 &&
    load<u32>(call) === log &&
    load<u32>(call, 4) === organization &&
    load<u32>(call, 8) === act &&
    load<u32>(call, 12) === truth
    ? call
    : 0;
}

/** @param number of its tuple @param organizationId the number of the text of the id */
export function tellCall(
  log: u32,
  organization: u32,
  act: u32,
  truth: u32,
  number: u32,
  state: u32,
  organizationId: u32,
): void {
  const call = callPlace(log, organization, act, truth);
  store<u32>(call, log);
  store<u32>(call, organization, 4);
  store<u32>(call, act, 8);
  store<u32>(call, truth, 12);
  store<u32>(call, number, Call.NUMBER);
  store<u32>(call, state, Call.STATE);
  store<u32>(call, organizationId, Call.ORGANIZATION);
  store<u32>(call, 1, Call.IS_TOLD);
}

/** Of who acted: the plan, the organization, and the number of a name or what stands in its place; then the tuple, plus one. */
const IDENTITY_BITS: u32 = 9;
const IDENTITY_SIZE: usize = 16;
const identities: usize = memory.data(8192, 16);

function identityPlace(log: u32, organization: u32, name: u32): usize {
  const mixed = (name ^ (log << 24) ^ (organization * 0x85ebca6b)) * 0x9e3779b1;
  return identities + <usize>(mixed >> (32 - IDENTITY_BITS)) * IDENTITY_SIZE;
}

/** @returns the number of the tuple, plus one; 0 where the host has to be asked */
export function identityOf(log: u32, organization: u32, name: u32): u32 {
  const identity = identityPlace(log, organization, name);
  return load<u32>(identity) === log && load<u32>(identity, 4) === organization && load<u32>(identity, 8) === name
    ? load<u32>(identity, 12)
    : 0;
}

export function tellIdentity(log: u32, organization: u32, name: u32, number: u32): void {
  const identity = identityPlace(log, organization, name);
  store<u32>(identity, log);
  store<u32>(identity, organization, 4);
  store<u32>(identity, name, 8);
  store<u32>(identity, number + 1, 12);
}
