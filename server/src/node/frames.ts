import { Transform, type TransformCallback } from 'node:stream';

/** No header of the protocol comes near this length; what is longer is no header. Bytes. */
const LONGEST_HEADER = 8192;
const END_OF_HEADER = '\r\n\r\n';
const LENGTH = /content-length:[ \t]*(\d{1,10})[ \t]*(?:\r\n[^\r\n]*)*$/i;

/**
 * Passes on the messages of a stream and leaves out what stands between them.
 *
 * The protocol's library waits for ever behind a header it can't read, and all later messages are lost with it. Here a
 * message is found again by its header, so that one bad message costs no more than itself.
 */
export class Frames extends Transform {
  /** Bytes that are not yet known to be a header. */
  #waiting: Buffer = Buffer.alloc(0);
  /** Bytes of the present message that have not come yet. */
  #missing = 0;

  override _transform(chunk: Buffer, _encoding: BufferEncoding, done: TransformCallback): void {
    let rest = this.#waiting.length === 0 ? chunk : Buffer.concat([this.#waiting, chunk]);
    while (rest.length > 0) {
      if (this.#missing > 0) {
        const body = rest.subarray(0, this.#missing);
        this.push(body);
        this.#missing -= body.length;
        rest = rest.subarray(body.length);
        continue;
      }
      const end = rest.indexOf(END_OF_HEADER);
      if (end < 0) break;
      const header = rest.subarray(Math.max(0, end - LONGEST_HEADER), end).toString('latin1');
      const length = LENGTH.exec(header)?.[1];
      rest = rest.subarray(end + END_OF_HEADER.length);
      if (length === undefined || Number(length) === 0) continue;
      this.#missing = Number(length);
      this.push(`Content-Length: ${length}${END_OF_HEADER}`);
    }
    this.#waiting = rest.subarray(Math.max(0, rest.length - LONGEST_HEADER));
    done();
  }
}
