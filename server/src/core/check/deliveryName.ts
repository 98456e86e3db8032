/** What CloudTrail says of a log in the name it delivers it under (AWS: "CloudTrail log file name format"). */
export interface DeliveryName {
  /** Twelve digits: whose events the log holds, which is their `recipientAccountId`. */
  readonly account: string;
  /** Whose Region's events it holds. Global services are another matter: their events may say us-east-1 in any log. */
  readonly region: string;
  /** When it was delivered, to the minute: milliseconds since 1970, UTC. Not a number for a time that does not exist. */
  readonly time: number;
}

const NAME =
  /(?:^|[\\/])(\d{12})_CloudTrail(?:-[A-Za-z]+)?_([a-z]{2}(?:-[a-z]+)+-\d+)_(?:[^\\/]*_)?(\d{4})(\d\d)(\d\d)T(\d\d)(\d\d)(?:\d\d)?Z[^\\/]*$/;

/**
 * Reads the name of a log as CloudTrail gives it: `111111111111_CloudTrail_us-east-1_20260301T0705Z_Mu0KsOhtH1ar15ZZ.json.gz`.
 * Folders are not asked: people put other files into them.
 *
 * @param path with slashes or backslashes; a uri serves, too
 * @returns undefined for every other name
 */
export function deliveryName(path: string): DeliveryName | undefined {
  const parts = NAME.exec(path);
  if (parts === null) return undefined;
  const [, account = '', region = '', year, month, day, hour, minute] = parts;
  return { account, region, time: Date.parse(`${year}-${month}-${day}T${hour}:${minute}:00Z`) };
}
