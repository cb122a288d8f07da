import { type GuideLanguage, guideLanguages, integrationTables } from './integration-tables.js';

const pages = ['README', 'events', 'retries', 'going-live', 'errors', 'examples'];

/** The pages of the platform guide, in each of its languages, that have parts written by `npm run docs`. */
export const integrationPages = guideLanguages.flatMap((language) =>
  pages.map((page) => ({ language, path: `docs/integration/${language}/${page}.md` })),
);

const place = /(<!-- written by npm run docs: (\S+) -->\n\n)[^]*?(\n\n<!-- prettier-ignore-end -->)/g;

/**
 * A page with its tables as the data has them now, and its examples as their files say.
 * @param read a file of the repository
 * @throws Error where it asks for a table that there is not
 */
export function withParts(page: string, language: GuideLanguage, read: (path: string) => string): string {
  return page.replaceAll(place, (_whole, before: string, name: string, after: string) => {
    const part = name.startsWith('examples/') ? example(name, read) : integrationTables[name]?.(language);
    if (part === undefined) throw new Error(`there is no table of ${name}`);
    return before + part + after;
  });
}

function example(name: string, read: (path: string) => string): string {
  return `\`\`\`${name.split('.').at(-1)}\n${read(`docs/integration/${name}`)}\`\`\``;
}
