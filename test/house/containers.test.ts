import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Copy, DockerfileParser } from 'dockerfile-ast';
import { validate, ValidationSeverity } from 'dockerfile-utils';
import { parse, stringify } from 'yaml';
import { variablesOf } from './configuration-variables.js';
import { root } from './source-tree.js';

// No container engine is at hand where the tests run: what it would find at build and start is looked for here.

const read = (path: string) => readFileSync(join(root, path), 'utf8');

interface Service {
  image?: string;
  command?: string[];
  environment?: Record<string, unknown>;
  depends_on?: Record<string, { condition: string }>;
  ports?: string[];
  volumes?: string[];
  healthcheck?: { test?: string[]; disable?: boolean };
  restart?: string;
  container_name?: string;
}

interface Compose {
  services: Record<string, Service>;
  volumes: Record<string, unknown>;
}

/** The keys of the Compose Specification that this file uses; a key that is not here is a slip of the pen. */
const serviceKeys = new Set([
  'image',
  'build',
  'command',
  'environment',
  'depends_on',
  'ports',
  'volumes',
  'healthcheck',
  'restart',
  'tmpfs',
  'stop_grace_period',
  'read_only',
  'security_opt',
  'cap_drop',
  'shm_size',
]);
const healthcheckKeys = new Set(['test', 'interval', 'timeout', 'retries', 'start_period', 'disable']);
const conditions = new Set(['service_started', 'service_healthy', 'service_completed_successfully']);

function faultsOfCompose(text: string): string[] {
  const { services, volumes, ...rest } = parse(text, { merge: true }) as Compose;
  const faults = Object.keys(rest)
    .filter((key) => key !== 'name' && !key.startsWith('x-'))
    .map((key) => `unknown top-level key ${key}`);
  for (const [name, service] of Object.entries(services)) {
    const say = (what: string) => faults.push(`${name}: ${what}`);
    for (const key of Object.keys(service)) if (!serviceKeys.has(key)) say(`unknown key ${key}`);
    if (!isPinned(service.image ?? '')) say(`the image ${service.image} has no version`);
    for (const key of Object.keys(service.healthcheck ?? {})) if (!healthcheckKeys.has(key)) say(`healthcheck ${key}`);
    if (!service.restart) say('no restart policy');
    for (const [other, { condition }] of Object.entries(service.depends_on ?? {})) {
      if (!services[other]) say(`depends on ${other}, which is not there`);
      if (!conditions.has(condition)) say(`condition ${condition}`);
      if (condition === 'service_healthy' && !services[other]?.healthcheck?.test) say(`${other} has no health check`);
    }
    for (const volume of service.volumes ?? []) {
      const source = volume.split(':')[0]!;
      if (!Object.hasOwn(volumes, source)) say(`volume ${source} is not declared`);
    }
    for (const port of service.ports ?? []) {
      if (!/^(127\.0\.0\.1:)?(\d+|\$\{\w+:-\d+\}):\d+$/.test(port)) say(`port ${port}`);
    }
    for (const [variable, value] of Object.entries(service.environment ?? {})) {
      // demanded, or left empty where the product can do without
      if (/(SECRET|PASSWORD|TOKEN)/.test(variable) && !/^\$\{\w+:(\?.+|-)\}$/.test(String(value)))
        say(`${variable} has a value in the file; demand it with \${${variable}:?…}`);
      const written = String(value).replace(/\$\{\w+:\?[^}]*\}/g, '');
      if (/:\/\/[^@/:]*:[^@/]+@/.test(written)) say(`${variable} holds a password`);
    }
    if (service.command?.[0] === 'node') {
      if (!isBuilt(service.command[1]!)) say(`${service.command[1]} is nothing that the build makes`);
      const known = variablesOf();
      for (const variable of Object.keys(service.environment ?? {}))
        if (!known.has(variable)) say(`${variable} is not read by readConfiguration`);
    }
  }
  return faults;
}

function isPinned(image: string): boolean {
  return /:v?\d+[\w.-]*$/.test(image);
}

/** `dist/` mirrors the tree: a script is there when its source is. */
function isBuilt(script: string): boolean {
  return /^dist\/.+\.js$/.test(script) && existsSync(join(root, script.slice('dist/'.length).replace(/\.js$/, '.ts')));
}

function faultsOfDockerfile(text: string): string[] {
  const faults = validate(text)
    .filter(({ severity }) => severity === ValidationSeverity.ERROR || severity === ValidationSeverity.WARNING)
    .map(({ range, message }) => `line ${range.start.line + 1}: ${message}`);
  const dockerfile = DockerfileParser.parse(text);
  for (const from of dockerfile.getFROMs()) {
    if (!isPinned(from.getImage() ?? '')) faults.push(`the image ${from.getImage()} has no version`);
  }
  for (const copy of dockerfile.getCOPYs()) {
    if (copy.getFlags().some((flag) => flag.getName() === 'from')) continue;
    for (const source of sourcesOf(copy)) {
      if (!existsSync(join(root, source))) faults.push(`COPY ${source}: there is no such file`);
      if (!isInContext(source)) faults.push(`COPY ${source}: .dockerignore leaves it out`);
    }
  }
  const user = dockerfile.getInstructions().findLast((instruction) => instruction.getKeyword() === 'USER');
  if (!user || /^(root|0)\b/.test(user.getArgumentsContent() ?? '')) faults.push('runs as root');
  const script = dockerfile.getCMDs().at(-1)?.getJSONStrings()[1]?.getJSONValue();
  if (!script || !isBuilt(script)) faults.push(`CMD ${script} is nothing that the build makes`);
  if (dockerfile.getHEALTHCHECKs().length === 0) faults.push('no HEALTHCHECK');
  return faults;
}

function sourcesOf(copy: Copy): string[] {
  return copy
    .getArguments()
    .slice(0, -1)
    .map((argument) => argument.getValue());
}

/** Our .dockerignore refuses all and lets in by name. */
function isInContext(path: string): boolean {
  const allowed = read('.dockerignore')
    .split('\n')
    .filter((line) => line.startsWith('!'));
  return allowed.some((line) => path === line.slice(1) || path.startsWith(`${line.slice(1)}/`));
}

const compose = read('docker-compose.yml');
const dockerfile = read('Dockerfile');
const { services } = parse(compose, { merge: true }) as Compose;

it('docker-compose.yml says nothing that an engine would not understand', () => {
  expect(faultsOfCompose(compose)).toEqual([]);
});

it('the Dockerfile passes its linter, copies what is there and starts what is built', () => {
  expect(faultsOfDockerfile(dockerfile)).toEqual([]);
});

it('the worker can be scaled: no name and no port of its own', () => {
  expect(services['worker']).toMatchObject({ healthcheck: { disable: true } });
  expect(services['worker']).not.toHaveProperty('ports');
  expect(services['worker']).not.toHaveProperty('container_name');
});

it('api and worker wait for a healthy database and for the migrations', () => {
  for (const name of ['api', 'worker']) {
    expect(services[name]!.depends_on).toEqual({
      postgres: { condition: 'service_healthy' },
      migrate: { condition: 'service_completed_successfully' },
    });
  }
});

it('.env.example names every variable that docker-compose.yml asks for, and gives no secret', () => {
  const asked = new Set([...compose.matchAll(/\$\{(\w+)/g)].map((match) => match[1]!));
  const given = new Map(
    read('.env.example')
      .split('\n')
      .filter((line) => /^\w+=/.test(line))
      .map((line) => [line.slice(0, line.indexOf('=')), line.slice(line.indexOf('=') + 1)]),
  );
  expect([...given.keys()].sort()).toEqual([...asked].sort());
  for (const [name, value] of given) if (/(SECRET|PASSWORD|TOKEN)/.test(name)) expect(value).toBe('');
});

describe('the checks see', () => {
  const change = (edit: (copy: Compose) => void) => {
    const copy = parse(compose, { merge: true }) as Compose;
    edit(copy);
    return faultsOfCompose(stringify(copy));
  };

  it.each([
    ['an unknown key', (c: Compose) => void Object.assign(c.services['api']!, { enviroment: {} }), 'unknown key'],
    ['an image without version', (c: Compose) => void (c.services['mailpit']!.image = 'axllent/mailpit'), 'no version'],
    ['a secret', (c: Compose) => void (c.services['api']!.environment!['METRICS_TOKEN'] = 'changeme'), 'has a value'],
    [
      'a password in an address',
      (c: Compose) => void (c.services['api']!.environment!['DATABASE_URL'] = 'postgres://a:b@c/d'),
      'holds a password',
    ],
    ['an unknown variable', (c: Compose) => void (c.services['api']!.environment!['PROT'] = '1'), 'not read by'],
    [
      'a script not built',
      (c: Compose) => void (c.services['api']!.command = ['node', 'dist/main.js']),
      'nothing that',
    ],
    ['a missing service', (c: Compose) => void delete c.services['migrate'], 'not there'],
    ['no health check', (c: Compose) => void delete c.services['postgres']!.healthcheck, 'no health check'],
  ])('in docker-compose.yml: %s', (_name, edit, words) => {
    expect(change(edit)).toContainEqual(expect.stringContaining(words));
  });

  it.each([
    ['a file that is not there', /COPY libs libs/, 'COPY lib libs', 'no such file'],
    ['a file outside the context', /COPY LICENSE/, 'COPY README.md', 'leaves it out'],
    ['an image without version', /FROM node:20-bookworm-slim\n/, 'FROM node\n', 'no version'],
    ['a script that is not built', /apps\/api\/src\/main\.js/, 'apps/api/main.js', 'nothing that'],
    ['root', /USER node/, 'USER root', 'root'],
    ['an unknown instruction', /EXPOSE 3000/, 'EXPOSED 3000', 'Unknown instruction'],
    ['a bad flag', /HEALTHCHECK --interval/, 'HEALTHCHECK --intervall', 'flag'],
  ])('in the Dockerfile: %s', (_name, from, to, words) => {
    expect(dockerfile).toMatch(from);
    expect(faultsOfDockerfile(dockerfile.replace(from, to))).toContainEqual(expect.stringContaining(words));
  });
});
