import { readFileSync } from 'node:fs';

// The build leaves tests out; the tests need them in. All else is the build's own configuration.
const {
  exclude: _left,
  $schema: _schema,
  ...swc
} = JSON.parse(readFileSync(new URL('.swcrc', import.meta.url), 'utf8'));

/** Pure rules are `*.spec.ts` beside the file; whatever needs a database, HTTP or several processes lives in test/. */
const shared = {
  transform: { '^.+\\.ts$': ['@swc/jest', { ...swc, swcrc: false }] },
  extensionsToTreatAsEsm: ['.ts'],
  moduleNameMapper: { '^(\\.{1,2}/.*)\\.js$': '$1' },
  testEnvironmentOptions: { customExportConditions: ['source', 'node', 'node-addons'] },
};

export default {
  // half of a test's time is PostgreSQL's and the network's
  maxWorkers: '100%',
  // what a suite leaves in a worker's memory slows the next: begin afresh now and then
  workerIdleMemoryLimit: '1.5GB',
  // a busy machine is no fault of the product
  testTimeout: 60_000,
  projects: [
    { ...shared, displayName: 'rules', roots: ['<rootDir>/libs', '<rootDir>/apps'], testMatch: ['**/*.spec.ts'] },
    {
      ...shared,
      displayName: 'system',
      roots: ['<rootDir>/test'],
      testMatch: ['**/*.test.ts'],
      globalSetup: '<rootDir>/test/support/global-setup.mjs',
      globalTeardown: '<rootDir>/test/support/global-teardown.mjs',
    },
  ],
};
