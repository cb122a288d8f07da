import { install } from './install.js';

/** `node dist/apps/api/src/migrate.js`: brings DATABASE_URL up to this release. Safe to run again. */
const url = process.env['DATABASE_URL'];
if (!url) throw new Error('DATABASE_URL is not set.');
await install(url);
