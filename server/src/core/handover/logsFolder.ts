import type { TrailPlaces } from './trailPlaces';

/** What stands for what no path names, until somebody fills it in. */
export const BUCKET = 'YOUR-BUCKET';
export const ACCOUNT = 'ACCOUNT';
export const REGION = 'REGION';

/** The folder of a trail's accounts, without `s3://`, with a slash behind. */
export function logsFolder({ bucket, prefix, organization }: TrailPlaces): string {
  return `${bucket ?? BUCKET}/${prefix ?? ''}${localFolder({ organization })}`;
}

/** The same below what holds `AWSLogs`. */
export function localFolder({ organization }: Pick<TrailPlaces, 'organization'>): string {
  return `AWSLogs/${organization === undefined ? '' : `${organization}/`}`;
}
