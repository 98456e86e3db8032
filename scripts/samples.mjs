// Writes the invented logs of samples/. The same seeds give the same bytes, so a change of a log shows in the diff of its
// commit. AWS's own examples in samples/aws-examples are kept as they are and not written here.
//
//   node scripts/samples.mjs
import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { gzipSync } from 'node:zlib';
import { projectRoot } from './project.mjs';
import { administrationDay } from './samples/administrationDay.mjs';
import { incident } from './samples/incident.mjs';
import { listUsers } from './samples/listUsers.mjs';
import { migration } from './samples/migration.mjs';
import { mixed } from './samples/mixed.mjs';
import { readers } from './samples/readers/readers.mjs';
import { trail } from './samples/trail.mjs';

const folder = path.join(projectRoot, 'samples');
const delivered = '111111111111_CloudTrail_us-east-1_20260312T0005Z_Xk3vQ9mTz7LwB2sA.json.gz';

const day = JSON.stringify(administrationDay());
write('administration-day.json', day);
write(delivered, gzip(day));
write('cut-download.json', cut(day));
write('incident/stolen-key.json', `${JSON.stringify(incident(), null, 2)}\n`);
write('incident/list-users.json', `${JSON.stringify(listUsers(), null, 4)}\n`);
const move = migration();
write('migration/announced-move.json', JSON.stringify(move));
write('mixed/move-with-a-theft.json', JSON.stringify(mixed()));
for (const { name, content, whole } of trail(move.Records)) {
  const packed = gzip(content);
  write(path.join('trail', name), whole ? packed : packed.subarray(0, Math.floor(packed.length * 0.7)));
}

const { files, truth } = readers();
for (const { name, content } of files) write(path.join('readers', name), content);
// What answers about these logs are held against.
write('../test/fixtures/readers/truth.json', truth);

/**
 * @param {string} name
 * @param {string | Uint8Array} content
 */
function write(name, content) {
  const file = path.join(folder, name);
  mkdirSync(path.dirname(file), { recursive: true });
  writeFileSync(file, content);
  console.log(`samples/${name}: ${content.length} ${typeof content === 'string' ? 'characters' : 'bytes'}`);
}

/**
 * The first records of the log, up to the middle of the organization's id in a record of WorkMail.
 *
 * @param {string} log
 */
function cut(log) {
  const organization = log.indexOf('"organizationId":"m-', 30_000);
  return log.slice(0, organization + 30);
}

/**
 * gzip without a time, and without the name of the system it was made on. Another version of zlib may still press the same
 * text a little differently: compare what is inside.
 *
 * @param {string} text
 */
function gzip(text) {
  const bytes = gzipSync(text, { level: 9 });
  bytes.writeUInt8(0xff, 9);
  return bytes;
}
