// An application in small: starts PostgreSQL on the folder of its first argument and prints the address, or why it could
// not; then stops it, or with `hold` keeps it until it is killed.
import '../support/register-source.mjs';

const [folder, then] = process.argv.slice(2);
const { startEmbeddedPostgres } = await import('../../apps/standalone/src/postgres/embedded-postgres.ts');
try {
  const server = await startEmbeddedPostgres({ dataFolder: folder, settings: { shared_buffers: '16MB' } });
  console.log(server.url);
  if (then === 'hold') setInterval(() => undefined, 60_000);
  else await server.stop();
} catch (error) {
  console.log(`${error.name}: ${error.message}`);
}
