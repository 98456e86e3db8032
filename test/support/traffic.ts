import type { Message, MessageReader, MessageWriter } from 'vscode-languageserver-protocol/node';

/** A message that went over the wire. */
export interface Traffic {
  readonly from: 'client' | 'server';
  readonly message: Message;
}

/** A reader that notes what the server says. */
export function tappedReader(reader: MessageReader, traffic: Traffic[]): MessageReader {
  return {
    onError: reader.onError,
    onClose: reader.onClose,
    onPartialMessage: reader.onPartialMessage,
    dispose: () => reader.dispose(),
    listen: (hear) =>
      reader.listen((message) => {
        traffic.push({ from: 'server', message });
        hear(message);
      }),
  };
}

/** A writer that notes what the client says. */
export function tappedWriter(writer: MessageWriter, traffic: Traffic[]): MessageWriter {
  return {
    onError: writer.onError,
    onClose: writer.onClose,
    dispose: () => writer.dispose(),
    end: () => writer.end(),
    write: (message) => {
      traffic.push({ from: 'client', message });
      return writer.write(message);
    },
  };
}
