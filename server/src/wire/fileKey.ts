/**
 * What tells files apart by their uris. Programs write the uri of one file differently: an editor escapes characters that
 * others leave as they are, and the letter of a Windows drive comes in both cases.
 */
export function fileKey(uri: string): string {
  return decoded(uri).replace(/^file:\/\/\/[A-Z]:/, (start) => start.toLowerCase());
}

function decoded(uri: string): string {
  try {
    return decodeURIComponent(uri);
  } catch {
    return uri;
  }
}
