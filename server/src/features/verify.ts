import type { Disposable } from 'vscode-languageserver';
import { cancelled } from '../host/cooperate';
import { lastName } from '../wire/placeNames';
import { VerifyProgress, VerifyRequest } from '../wire/protocol';
import type { ServerContext } from './context';

/** Between two tellings of how far it is, in milliseconds. */
const PATIENCE = 100;

/** Whether the logs of a folder are as CloudTrail wrote them. */
export function register({ connection, platform, settings }: ServerContext): Disposable {
  return connection.onRequest(VerifyRequest, async ({ uri, files, name: given, publicKeys, workDoneToken }, token) => {
    const { integrity } = platform;
    if (integrity === undefined) return null;
    let told = Number.NEGATIVE_INFINITY;
    const tell = (done: number, of: number): void => {
      if (workDoneToken === undefined || (done < of && platform.now() - told < PATIENCE)) return;
      told = platform.now();
      connection.sendProgress(VerifyProgress, workDoneToken, { done, of }).catch(() => undefined);
    };
    const { limits } = await settings.of(uri);
    const name = files === undefined ? lastName(uri) : (given ?? filesName(files));
    const request = {
      ...{ uri, name, limits },
      ...(files !== undefined && { files }),
      ...(publicKeys !== undefined && { publicKeys }),
    };
    const verified = await integrity.verify(request, tell, token);
    if (verified === undefined) throw cancelled();
    return typeof verified === 'string' ? { refused: verified } : verified;
  });
}

/** The one, or how many. */
function filesName(files: readonly string[]): string {
  const [first = ''] = files;
  return files.length === 1 ? lastName(first) : `${files.length} files`;
}
