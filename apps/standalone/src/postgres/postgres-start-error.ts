/** Why the embedded PostgreSQL cannot start, in words for the person at the terminal: print the message without its stack. */
export class PostgresStartError extends Error {
  override name = 'PostgresStartError';
}

const HINTS: readonly (readonly [RegExp, string])[] = [
  [
    /ENOSPC|No space left on device/i,
    'The disk is full: free some space, or set DATA_DIR to a folder on another disk.',
  ],
  [
    /EACCES|EPERM|EROFS|Permission denied|Read-only file system/i,
    'Set DATA_DIR to a folder that this user can write to.',
  ],
  [
    /wrong ownership|could not change permissions/i,
    'Set DATA_DIR to a folder on a native file system of this machine.',
  ],
  [/could not map anonymous shared memory|Cannot allocate memory/i, 'There is too little free memory (about 400 MB).'],
  [
    /GLIBC_|ld-linux|cannot open shared object/i,
    'Its programs do not run on this system: set DATABASE_URL to a PostgreSQL 15 or newer.',
  ],
];

/** Says what was being done, what the system answered, and, where the cause is known, what to do about it. */
export function startError(doing: string, cause: unknown): PostgresStartError {
  if (cause instanceof PostgresStartError) return cause;
  const said = (cause instanceof Error ? cause.message : String(cause)).trim();
  const hint = HINTS.find(([pattern]) => pattern.test(said))?.[1];
  return new PostgresStartError([`PostgreSQL: could not ${doing}.`, hint, said].filter(Boolean).join('\n'), { cause });
}
