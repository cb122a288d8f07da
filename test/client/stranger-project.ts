import { execFile } from 'node:child_process';
import { mkdir, mkdtemp, readFile, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { promisify } from 'node:util';
import { root } from '../house/source-tree.js';

const execute = promisify(execFile);
const { NODE_OPTIONS: _ofJest, ...inherited } = process.env;

/** A project outside the repository: the client as its package, what that says that it needs, and nothing else. */
export interface StrangerProject {
  /** Of the package. */
  dependencies: Record<string, string>;
  /** What the compiler has to say of the project's programs. */
  complaints: string;
  /** What a program writes when it is run. */
  run(program: string, environment: Record<string, string>): Promise<{ stdout: string; stderr: string }>;
  /** Where a program is once it is compiled. */
  pathOf(program: string): string;
  remove(): Promise<void>;
}

/**
 * Builds, packs and unpacks the client, and compiles programs against its types. Nothing is fetched.
 * @param programs by name, without `.ts`; `readme-1`, `readme-2` … are those in the package's own README
 */
export async function strangerProject(programs: Record<string, string>): Promise<StrangerProject> {
  const folder = await mkdtemp(join(tmpdir(), 'tongshan-stranger-'));
  const installed = join(folder, 'node_modules/@tongshan/client');
  await install(folder, installed);
  const { dependencies } = JSON.parse(await readFile(join(installed, 'package.json'), 'utf8'));
  for (const name of [...Object.keys(dependencies), '@types/node']) {
    await mkdir(dirname(join(folder, 'node_modules', name)), { recursive: true });
    await symlink(join(root, 'node_modules', name), join(folder, 'node_modules', name));
  }
  const blocks = (await readFile(join(installed, 'README.md'), 'utf8')).split('```ts\n').slice(1);
  const ofReadme = blocks.map((block, place) => [`readme-${place + 1}`, block.split('```')[0]!] as const);
  for (const [name, text] of [...ofReadme, ...Object.entries(programs)]) {
    await writeFile(join(folder, `${name}.ts`), text);
  }
  const pathOf = (program: string) => join(folder, 'out', `${program}.js`);
  return {
    dependencies,
    complaints: await compile(folder),
    pathOf,
    run: (program, environment) =>
      execute(process.execPath, [pathOf(program)], { cwd: folder, env: { ...inherited, ...environment } }),
    remove: () => rm(folder, { recursive: true, force: true }),
  };
}

async function install(folder: string, installed: string): Promise<void> {
  const built = join(folder, 'built');
  await execute(process.execPath, [join(root, 'libs/client/build-package.mjs'), built]);
  const pack = ['pack', built, '--pack-destination', folder, '--json', '--offline', '--ignore-scripts'];
  const [{ filename }] = JSON.parse((await execute('npm', pack, { env: inherited })).stdout);
  await mkdir(installed, { recursive: true });
  await execute('tar', ['-xzf', join(folder, filename), '-C', installed, '--strip-components=1']);
}

async function compile(folder: string): Promise<string> {
  const language = { target: 'es2022', module: 'nodenext', strict: true, types: ['node'] };
  const compilerOptions = { ...language, skipLibCheck: true, outDir: 'out', rootDir: '.' };
  await writeFile(join(folder, 'package.json'), '{ "type": "module" }');
  await writeFile(join(folder, 'tsconfig.json'), JSON.stringify({ compilerOptions, include: ['*.ts'] }));
  const compiler = join(root, 'node_modules/typescript/bin/tsc');
  const said = ({ stdout }: { stdout: string }) => stdout;
  return execute(process.execPath, [compiler, '-p', folder]).then(said, said);
}
