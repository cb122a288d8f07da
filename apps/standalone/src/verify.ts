import { databaseOptions } from '#database';
import { checkToken, describeFault, type Head, readCertificates, type RecordFault, verifyRecord } from '#record';
import { DataSource } from 'typeorm';
import { openDatabase } from './postgres/open-database.js';

/**
 * `npm run verify`: holds every event, chain and head of the record against each other and names what is wrong.
 * DATABASE_URL, or the data folder of the standalone application, whether it runs or not. Exit code 1: something is
 * wrong; 2: the record could not be read.
 */
async function main(): Promise<boolean> {
  const started = performance.now();
  const trusted = readCertificates(process.env['TSA_CERTIFICATE_FILE'] ?? null);
  const { url, close } = await openDatabase(process.env);
  const settings = { poolSize: 1, applicationName: 'tongshan-verify' };
  const database = new DataSource(databaseOptions(url, [], settings));
  try {
    await database.initialize();
    const checkTimestamp = async ({ timestampToken, hash }: Head & { timestampToken: Buffer }) => {
      try {
        checkToken(timestampToken, hash, trusted);
        return true;
      } catch {
        return false; // the head is named; why a token fails is told by `openssl ts -verify`
      }
    };
    const tell = (fault: RecordFault) => process.stdout.write(`${describeFault(fault)}\n`);
    const { matters, events, heads, stamped, withoutHead, faults } = await verifyRecord(database, tell, checkTimestamp);
    const seconds = ((performance.now() - started) / 1000).toFixed(1);
    process.stdout.write(
      `${events} events of ${matters} matters, ${heads} heads (${stamped} timestamped), ` +
        `${withoutHead} events not yet in a head: ${faults === 0 ? 'whole' : `${faults} faults`} (${seconds} s)\n`,
    );
    return faults === 0;
  } finally {
    if (database.isInitialized) await database.destroy();
    await close();
  }
}

try {
  process.exitCode = (await main()) ? 0 : 1;
} catch (failure) {
  process.stderr.write(
    `The record could not be read: ${failure instanceof Error ? failure.message : String(failure)}\n`,
  );
  process.exitCode = 2;
}
