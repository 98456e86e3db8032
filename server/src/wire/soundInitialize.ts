import { type ConnectionOptions, Message } from 'vscode-languageserver';

/**
 * For the connection to a client of any kind: whatever is sent as the parameters of `initialize` becomes an object with
 * capabilities, since the library of the protocol takes both for granted and fails without them. What the capabilities hold is
 * not looked at here: see `abilities.ts`.
 *
 * @param hear is told of every message when its turn has come
 */
export function takingAnyClient(hear: (message: Message) => void = () => undefined): ConnectionOptions {
  return {
    messageStrategy: {
      handleMessage(message, next) {
        hear(message);
        return next(soundInitialize(message));
      },
    },
  };
}

function soundInitialize(message: Message): Message {
  if (!Message.isRequest(message) || message.method !== 'initialize') return message;
  const params = isObject(message.params) ? message.params : {};
  const capabilities = 'capabilities' in params && isObject(params.capabilities) ? params.capabilities : {};
  return Object.assign({}, message, { params: { processId: null, rootUri: null, ...params, capabilities } });
}

function isObject(value: unknown): value is object {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
