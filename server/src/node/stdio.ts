import {
  type Connection,
  createConnection,
  Message,
  StreamMessageReader,
  StreamMessageWriter,
} from 'vscode-languageserver/node';
import { takingAnyClient } from '../wire/soundInitialize';
import { wellFormedJson } from '../wire/wellFormedJson';
import { Frames } from './frames';

/**
 * A connection over standard input and output, to an editor of any kind. When either is closed, nobody speaks to the server or
 * hears it any more, and the process ends without a word: with 0 after `shutdown`, else with 1, as the protocol says of `exit`.
 */
export function stdioConnection(): Connection {
  const { stdin, stdout } = process;
  let isShutDown = false;
  const end = (): void => process.exit(isShutDown ? 0 : 1);
  const input = stdin.pipe(new Frames());
  input.on('end', end);
  input.on('close', end);
  for (const stream of [stdin, stdout]) stream.on('error', end);
  stdout.on('close', end);
  const hear = (message: Message): void => {
    if (Message.isRequest(message) && message.method === 'shutdown') isShutDown = true;
  };
  const reader = new StreamMessageReader(input);
  const writer = new StreamMessageWriter(stdout, { charset: 'utf-8', contentTypeEncoder: anyClientReads });
  return createConnection(reader, writer, takingAnyClient(hear));
}

const anyClientReads = {
  name: 'application/json',
  encode: async (message: Message): Promise<Uint8Array> => Buffer.from(wellFormedJson(message)),
};
