import { readFile, writeFile } from 'node:fs/promises';
import { documents } from './documents.js';

// npm run docs: from the root of the repository, writes the documents that follow from data.
for (const { path, text } of documents(await readFile('docs/language.md', 'utf8'))) {
  await writeFile(path, text);
  process.stdout.write(`${path}\n`);
}
