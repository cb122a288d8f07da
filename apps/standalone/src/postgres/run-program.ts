import { spawn } from 'node:child_process';

/** The ordinary user that PostgreSQL runs as when we are root: it refuses to run as root. */
export interface SystemUser {
  name: string;
  uid: number;
  gid: number;
}

/** What PostgreSQL's programs see of our environment: none of our secrets, none of the PG* variables of the person's own PostgreSQL. */
export function programEnvironment(): NodeJS.ProcessEnv {
  const kept = ['PATH', 'SystemRoot', 'TEMP', 'TMP'].map((name) => [name, process.env[name]] as const);
  return { ...Object.fromEntries(kept.filter(([, value]) => value !== undefined)), LC_ALL: 'C', TZ: 'UTC' };
}

/**
 * Runs a short-lived program to its end, as `user` if given.
 * @returns its exit code (null when a signal ended it) and the last 4,000 characters that it wrote
 * @throws when it cannot be started at all (ENOENT, EACCES)
 */
export function runProgram(
  file: string,
  args: readonly string[],
  user?: SystemUser,
): Promise<{ code: number | null; output: string }> {
  return new Promise((resolve, reject) => {
    let output = '';
    const child = spawn(file, args, {
      cwd: '/',
      env: programEnvironment(),
      stdio: ['ignore', 'pipe', 'pipe'],
      windowsHide: true,
      ...(user && { uid: user.uid, gid: user.gid }),
    });
    const keep = (chunk: Buffer) => (output = (output + chunk.toString()).slice(-4_000));
    child.stdout.on('data', keep);
    child.stderr.on('data', keep);
    child.on('error', reject);
    child.on('close', (code) => resolve({ code, output }));
  });
}
