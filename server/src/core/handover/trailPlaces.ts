import { deliveryName } from '../check/deliveryName';

/** What the paths of logs say of the trail that delivered them. All of it is of a form that needs no escaping anywhere. */
export interface TrailPlaces {
  /** Undefined where no path names it, as in a copy on a disk. */
  readonly bucket: string | undefined;
  /** What stands before `AWSLogs` in the bucket, with a slash behind; empty for none, undefined where the bucket is not known. */
  readonly prefix: string | undefined;
  /** Of an organization trail: `o-…`. */
  readonly organization: string | undefined;
  /** In the order of the alphabet, as all of these. */
  readonly accounts: readonly string[];
  readonly regions: readonly string[];
  /** Of delivery, in UTC: `2026-03-01`. */
  readonly days: readonly string[];
}

const BUCKET = /^(?:s3[an]?:\/\/)([a-z0-9][a-z0-9.-]{1,61}[a-z0-9])\/(.*)$/s;
const HOSTED = /^https:\/\/([a-z0-9][a-z0-9.-]{1,61}[a-z0-9])\.s3[.-][a-z0-9.-]*amazonaws\.com(?:\.cn)?\/(.*)$/s;
const KEY =
  /^(?:(.*?)\/)?AWSLogs\/(?:(o-[a-z0-9]{10,32})\/)?(?:(\d{12})\/)?(?:CloudTrail(?:-[A-Za-z]+)?\/)?(?:([a-z]{2}(?:-[a-z]+)+-\d+)\/)?(?:(\d{4})\/(\d\d)\/(\d\d)\/)?/s;
/** What S3 takes in keys without any escaping. */
const SAFE_PREFIX = /^[A-Za-z0-9_.!()-]+(?:\/[A-Za-z0-9_.!()-]+)*$/;

interface Gathered {
  readonly bucket: string | undefined;
  readonly prefix: string | undefined;
  readonly organization: string | undefined;
  readonly accounts: Set<string>;
  readonly regions: Set<string>;
  readonly days: Set<string>;
}

/**
 * The trails that paths name, each once, those with most paths first; one of which nothing is known where no path says anything.
 *
 * @param paths with slashes: of files, or uris of S3
 */
export function trailPlaces(paths: Iterable<string>): readonly TrailPlaces[] {
  const trails = new Map<string, Gathered & { paths: number }>();
  for (const path of paths) {
    const said = saidBy(path.replaceAll('\\', '/'));
    if (said === undefined) continue;
    const key = `${said.bucket ?? ''}/${said.prefix ?? ''}/${said.organization ?? ''}`;
    const { bucket, prefix, organization } = said;
    const trail = trails.get(key) ?? {
      ...{ bucket, prefix, organization, paths: 0 },
      ...{ accounts: new Set<string>(), regions: new Set<string>(), days: new Set<string>() },
    };
    trails.set(key, trail);
    trail.paths++;
    if (said.account !== undefined) trail.accounts.add(said.account);
    if (said.region !== undefined) trail.regions.add(said.region);
    if (said.day !== undefined) trail.days.add(said.day);
  }
  const found = [...trails.values()].sort((left, right) => right.paths - left.paths);
  const told = found.map(({ accounts, regions, days, bucket, prefix, organization }) => ({
    ...{ bucket, prefix, organization },
    ...{ accounts: [...accounts].sort(), regions: [...regions].sort(), days: [...days].sort() },
  }));
  return told.length > 0 ? told : [NOTHING];
}

const NOTHING: TrailPlaces = {
  ...{ bucket: undefined, prefix: undefined, organization: undefined },
  ...{ accounts: [], regions: [], days: [] },
};

interface Said {
  readonly bucket: string | undefined;
  readonly prefix: string | undefined;
  readonly organization: string | undefined;
  readonly account: string | undefined;
  readonly region: string | undefined;
  readonly day: string | undefined;
}

function saidBy(path: string): Said | undefined {
  const [, bucket, object] = BUCKET.exec(path) ?? HOSTED.exec(path) ?? [];
  const key = KEY.exec(object ?? path);
  const name = deliveryName(path);
  if (key === null && name === undefined) return undefined;
  const [, above = '', organization, account, region, year, month, day] = key ?? [];
  // A folder of a copy may be called as somebody likes it: only in a bucket it is a prefix.
  const prefix = bucket === undefined || key === null ? undefined : prefixOf(above);
  const delivered = name === undefined || Number.isNaN(name.time) ? undefined : new Date(name.time).toISOString();
  return {
    bucket: prefix === undefined ? undefined : bucket,
    prefix,
    organization,
    account: account ?? name?.account,
    region: region ?? name?.region,
    day: year === undefined ? delivered?.slice(0, 10) : realDay(`${year}-${month}-${day}`),
  };
}

function prefixOf(above: string): string | undefined {
  if (above === '') return '';
  return SAFE_PREFIX.test(above) ? `${above}/` : undefined;
}

function realDay(day: string): string | undefined {
  return Number.isNaN(Date.parse(`${day}T00:00:00Z`)) ? undefined : day;
}
