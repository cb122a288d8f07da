const connectionCodes = new Set([
  'ECONNREFUSED',
  'ECONNRESET',
  'EPIPE',
  'ETIMEDOUT',
  'ENOTFOUND',
  'EAI_AGAIN',
  'ENOENT',
]);
// Class 08 connection exceptions, 57P0x shutdowns and cancelled statements, 53300 too many connections,
// 40001/40P01 serialization and deadlock, 55P03 lock not available.
const sqlStates = /^(08...|57P0[1-5]|57014|53300|40001|40P01|55P03)$/;
// What TypeORM says of a transaction whose connection was lost under it: it has let the connection go already.
const lostConnections = new Set(['QueryRunnerAlreadyReleasedError', 'QueryRunnerProviderAlreadyReleasedError']);
const messages =
  /connection terminated|timeout exceeded when trying to connect|client has encountered a connection error|not queryable/i;

/** Whether trying again later, unchanged, can succeed: the database is away, starting, stopping or busy. */
export function isTransient(failure: unknown): boolean {
  for (let error = failure as NodeJS.ErrnoException | undefined; error; error = error.cause as NodeJS.ErrnoException) {
    if (error.code && (connectionCodes.has(error.code) || sqlStates.test(error.code))) return true;
    if (error instanceof Error && (messages.test(error.message) || lostConnections.has(error.name))) return true;
    const driverError = (error as { driverError?: unknown }).driverError;
    if (driverError && driverError !== error && isTransient(driverError)) return true;
    if (error instanceof AggregateError && error.errors.some(isTransient)) return true;
  }
  return false;
}
