import { createRequire } from 'node:module';
import path from 'node:path';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { equalSchema } from './equalSchema';
import { peersFolder } from './peers';

/** The part of vscode-json-languageservice that VS Code's own JSON support uses to check a document. */
interface JsonLanguageService {
  parseJSONDocument(document: TextDocument): object;
  doValidation(document: TextDocument, parsed: object, settings: object, schema: object): Promise<readonly object[]>;
}

/** Checks a text as VS Code's JSON support does, with a schema that says what ours say. */
export function createService(): (text: string) => Promise<{ readonly kept: unknown; readonly problems: number }> {
  const load = createRequire(path.join(peersFolder(), 'package.json'));
  const { getLanguageService }: { getLanguageService: (params: object) => JsonLanguageService } =
    load('vscode-json-languageservice');
  const service = getLanguageService({});
  const schema = equalSchema();
  return async (text) => {
    const document = TextDocument.create('file:///log.json', 'json', 1, text);
    const parsed = service.parseJSONDocument(document);
    const problems = await service.doValidation(document, parsed, {}, schema);
    return { kept: [document, parsed, problems], problems: problems.length };
  };
}
