import { readFile } from 'node:fs/promises';
import { startError, PostgresStartError } from './postgres-start-error.js';
import { runProgram, type SystemUser } from './run-program.js';

const OWN_NAME = 'tongshan';
/** Debian and the like, then BusyBox. */
const COMMANDS: readonly (readonly [string, ...string[]])[] = [
  ['useradd', '--system', '--user-group', '--no-create-home', '--shell', '/bin/false', OWN_NAME],
  ['adduser', '-S', '-D', '-H', '-s', '/bin/false', OWN_NAME],
];

async function knownUsers(): Promise<SystemUser[]> {
  const lines = (await readFile('/etc/passwd', 'utf8')).split('\n').map((line) => line.split(':'));
  return lines.map(([name = '', , uid, gid]) => ({ name, uid: Number(uid), gid: Number(gid) }));
}

/**
 * Whom PostgreSQL shall run as.
 * @param ownerId who owns the cluster already, if there is one: it keeps its owner
 * @returns undefined when we are an ordinary user ourselves; otherwise the owner, or `postgres`, or `tongshan`, which is
 *   created when missing (an entry in the user table is needed: initdb asks for the name of its user)
 */
export async function postgresUser(ownerId?: number): Promise<SystemUser | undefined> {
  if (process.getuid?.() !== 0) return undefined;
  const pick = (users: SystemUser[]) =>
    users.find((user) => user.uid === ownerId && ownerId !== 0) ??
    users.find((user) => user.name === 'postgres') ??
    users.find((user) => user.name === OWN_NAME);
  const found = pick(await knownUsers());
  if (found) return found;

  const answers: string[] = [];
  for (const [command, ...args] of COMMANDS) {
    const answer = await runProgram(command, args).catch((error: Error) => ({ code: 1, output: error.message }));
    const created = answer.code === 0 ? pick(await knownUsers()) : undefined;
    if (created) return created;
    answers.push(`${command}: ${answer.output.trim()}`);
  }
  throw startError(
    'find an ordinary user to run as',
    new PostgresStartError(
      `PostgreSQL does not run as root, and no user "postgres" or "${OWN_NAME}" exists or could be created ` +
        `(${answers.join('; ')}). Start as an ordinary user, create the user "${OWN_NAME}", or set DATABASE_URL.`,
    ),
  );
}
