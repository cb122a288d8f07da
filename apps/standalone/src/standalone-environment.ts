import { randomBytes } from 'node:crypto';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { wellKnownDemoPassword } from '#kernel';

export interface StandaloneEnvironment {
  dataFolder: string;
  /** What `readConfiguration` reads, without DATABASE_URL where the embedded database is used. */
  variables: Record<string, string | undefined>;
  demoPassword: string | null;
}

/** What a laptop does not want to be asked: a data folder, a secret of its own, a sandbox with a well-known password. */
export async function standaloneEnvironment(environment: NodeJS.ProcessEnv): Promise<StandaloneEnvironment> {
  const dataFolder = resolve(environment['DATA_DIR'] ?? './data');
  await mkdir(dataFolder, { recursive: true }).catch((failure: NodeJS.ErrnoException) => {
    throw new Error(`DATA_DIR=${dataFolder} cannot be used (${failure.code}). Choose a folder that you may write to.`);
  });
  const isSandbox = (environment['SANDBOX'] ?? 'true') === 'true';
  const demoPassword = isSandbox ? (environment['DEMO_PASSWORD'] ?? wellKnownDemoPassword) : null;
  const variables = {
    ...environment,
    SANDBOX: environment['SANDBOX'] ?? 'true',
    DEMO_PASSWORD: demoPassword ?? undefined,
    MAIL_FOLDER: environment['MAIL_FOLDER'] ?? join(dataFolder, 'mail'),
    EVIDENCE_FOLDER: environment['EVIDENCE_FOLDER'] ?? join(dataFolder, 'evidence'),
    INSTALLATION_SECRET: environment['INSTALLATION_SECRET'] ?? (await ownSecret(dataFolder)),
    LOG_LEVEL: environment['LOG_LEVEL'] ?? 'warn',
  };
  return { dataFolder, variables, demoPassword };
}

/** Made at the first start and kept with the data, because what is sealed with it lies in the database beside it. */
async function ownSecret(dataFolder: string): Promise<string> {
  const path = join(dataFolder, 'installation-secret');
  try {
    await writeFile(path, `${randomBytes(32).toString('hex')}\n`, { mode: 0o600, flag: 'wx' });
  } catch (failure) {
    if ((failure as NodeJS.ErrnoException).code !== 'EEXIST') throw failure;
  }
  return (await readFile(path, 'utf8')).trim();
}
