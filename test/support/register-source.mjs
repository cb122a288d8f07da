// Lets plain Node run the sources: for what jest itself does not transform (its global set-up) and for child processes
// (`node --import ./test/support/register-source.mjs file.ts`).
import { register } from 'node:module';

register('./source-hooks.mjs', import.meta.url);
