/** What the page of the timeline needs beside messages: pure functions, and nothing that asks a server. */

/** Makes text from a log safe to show as a label. */
export { cutLabel, label as labelText } from '../core/explain/escape';
export { bucketAt, bucketStarts, stepFor } from '../core/timeline/buckets';
export { clocksOf, type OffsetAt, offsetText, UTC } from '../core/timeline/zone';
