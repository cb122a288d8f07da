import { readFileSync } from 'node:fs';
import { writeFile } from 'node:fs/promises';
import { documents } from './documents.js';
import { openapiDocument, openapiPath } from './openapi-document.js';

// npm run docs: from the root of the repository, writes the documents that follow from data.
const written = [
  ...documents((path) => readFileSync(path, 'utf8')),
  { path: openapiPath, text: await openapiDocument() },
];
for (const { path, text } of written) {
  await writeFile(path, text);
  process.stdout.write(`${path}\n`);
}
