import { databaseOptions, inTransaction } from '#database';
import { keyFor, readConfiguration } from '#kernel';
import { rotateSigningKey } from '#record';
import { DataSource } from 'typeorm';

/** `npm run rotate-signing-key`, with the configuration of the API: ends the key that signs receipts, makes the next. */
const configuration = readConfiguration(process.env);
const database = await new DataSource(databaseOptions(configuration.databaseUrl, [], { poolSize: 1 })).initialize();
try {
  const id = await inTransaction(database, (tx) => rotateSigningKey(tx, keyFor(configuration, 'sealing')));
  process.stdout.write(`Receipts are signed by ${id} from now on.\n`);
} finally {
  await database.destroy();
}
