import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { parse } from 'csv-parse/sync';
import {
  type PlatformRegime,
  platformRegimes,
  type PlatformServiceType,
  platformServiceTypes,
} from './domain/classification.js';

/** A row of `data/platforms.csv`. */
export interface PlatformRow {
  slug: string;
  name: string;
  serviceType: PlatformServiceType;
  regime: PlatformRegime;
  hosts: string[];
  regionCode: string;
  /** Whether the demonstration gives it an organization of its own. */
  joined: boolean;
}

/** A row of `data/regions.csv`. */
export interface RegionRow {
  code: string;
  name: string;
  copyrightAuthority: string;
  telecomAuthority: string;
}

const slug = /^[a-z0-9](?:[a-z0-9-]{0,62}[a-z0-9])?$/;
const host = /^(?:[a-z0-9](?:[a-z0-9-]*[a-z0-9])?\.)+[a-z][a-z0-9-]*[a-z0-9]$/;
const platformColumns = {
  slug,
  name: /\S/,
  serviceType: oneOf(platformServiceTypes),
  regime: oneOf(platformRegimes),
  hosts: /^\S+$/,
  regionCode: /^\d{6}$/,
  joined: /^(?:true|false)$/,
};
const regionColumns = { code: /^\d{6}$/, name: /\S/, copyrightAuthority: /\S/, telecomAuthority: /\S/ };

/** The starting directory that ships with the product; throws one error that names every faulty line. */
export async function readDirectoryFiles(): Promise<{ platforms: PlatformRow[]; regions: RegionRow[] }> {
  const folder = join(packageRoot(import.meta.dirname), 'libs/directory/data');
  const [platforms, regions] = await Promise.all(
    ['platforms.csv', 'regions.csv'].map((name) => readFile(join(folder, name), 'utf8')),
  );
  return readDirectoryTexts(platforms!, regions!);
}

export function readDirectoryTexts(platformsCsv: string, regionsCsv: string) {
  const faults: string[] = [];
  const regions = rowsOf('regions.csv', regionsCsv, regionColumns, 'code', faults);
  const platforms = rowsOf('platforms.csv', platformsCsv, platformColumns, 'slug', faults).map((row) => ({
    ...row,
    serviceType: row.serviceType as PlatformServiceType,
    regime: row.regime as PlatformRegime,
    hosts: row.hosts.split(';'),
    joined: row.joined === 'true',
  }));
  const codes = new Set(regions.map((region) => region.code));
  const hostOwners = new Map<string, string>();
  for (const platform of platforms) {
    if (!codes.has(platform.regionCode)) faults.push(`${platform.slug}: there is no region ${platform.regionCode}`);
    for (const name of platform.hosts) {
      if (!host.test(name)) faults.push(`${platform.slug}: ${name} is not a host in lower case`);
      const owner = hostOwners.get(name);
      if (owner) faults.push(`${platform.slug}: ${name} belongs to ${owner} already`);
      hostOwners.set(name, platform.slug);
    }
  }
  if (faults.length > 0) throw new Error(`The directory files are not usable:\n${faults.join('\n')}`);
  return { platforms, regions };
}

function rowsOf<C extends string>(
  file: string,
  text: string,
  columns: Record<C, { test(value: string): boolean }>,
  key: NoInfer<C>,
  faults: string[],
) {
  const names = Object.keys(columns) as C[];
  const [head, ...lines]: string[][] = parse(text, { bom: true, trim: true, relax_column_count: true });
  const places = names.map((name) => head?.indexOf(name) ?? -1);
  const seen = new Set<string>();
  return lines.map((line, index) => {
    const row = Object.fromEntries(names.map((name, i) => [name, line[places[i]!] ?? ''])) as Record<C, string>;
    for (const name of names) {
      if (!columns[name].test(row[name])) faults.push(`${file}, row ${index + 2}: ${name} is "${row[name]}"`);
    }
    if (seen.has(row[key])) faults.push(`${file}, row ${index + 2}: ${key} ${row[key]} stands there twice`);
    seen.add(row[key]);
    return row;
  });
}

function oneOf(words: readonly string[]) {
  return { test: (value: string) => words.includes(value) };
}

/** The folder of package.json, above the sources as above their compiled copies in dist/. */
function packageRoot(folder: string): string {
  if (existsSync(join(folder, 'package.json'))) return folder;
  const above = dirname(folder);
  if (above === folder) throw new Error('The package root (the folder of package.json) was not found');
  return packageRoot(above);
}
