import { readdirSync, readFileSync } from 'node:fs';
import { join, posix, resolve } from 'node:path';
import ts from 'typescript';

export const root = resolve(import.meta.dirname, '../..');

export interface Import {
  specifier: string;
  /** Names taken from it; empty for a whole module. */
  names: string[];
  /** `import()` at run time rather than at the top of the file. */
  isLazy: boolean;
}

/** One source file as the laws see it. */
export interface Source {
  /** From the root of the repository, with forward slashes. */
  path: string;
  text: string;
  imports: Import[];
  classes: string[];
  functions: string[];
  hasDefaultExport: boolean;
  hasStarExport: boolean;
}

/** Reads one file's imports and names; no type checking. */
export function readSource(path: string, text: string): Source {
  const source: Source = {
    path,
    text,
    imports: [],
    classes: [],
    functions: [],
    hasDefaultExport: false,
    hasStarExport: false,
  };
  const tree = ts.createSourceFile(path, text, ts.ScriptTarget.ESNext, true);
  const visit = (node: ts.Node): void => {
    if (ts.isImportDeclaration(node)) {
      source.imports.push({ specifier: textOf(node.moduleSpecifier), names: namesOf(node), isLazy: false });
    } else if (ts.isExportDeclaration(node)) {
      if (!node.exportClause) source.hasStarExport = true;
      if (node.moduleSpecifier)
        source.imports.push({ specifier: textOf(node.moduleSpecifier), names: [], isLazy: false });
    } else if (ts.isImportTypeNode(node)) {
      source.imports.push({ specifier: textOf(node.argument), names: [], isLazy: false });
    } else if (ts.isCallExpression(node) && node.expression.kind === ts.SyntaxKind.ImportKeyword) {
      source.imports.push({ specifier: textOf(node.arguments[0]), names: [], isLazy: true });
    } else if (ts.isExportAssignment(node)) {
      source.hasDefaultExport = true;
    } else if (ts.isClassDeclaration(node) && node.name) {
      source.classes.push(node.name.text);
    } else if (ts.isFunctionDeclaration(node) && node.name) {
      source.functions.push(node.name.text);
    }
    if (ts.canHaveModifiers(node) && ts.getModifiers(node)?.some((m) => m.kind === ts.SyntaxKind.DefaultKeyword)) {
      source.hasDefaultExport = true;
    }
    ts.forEachChild(node, visit);
  };
  visit(tree);
  return source;
}

/** Every TypeScript file under these folders of the repository. */
export function readTree(...folders: string[]): Source[] {
  return folders.flatMap((folder) =>
    filesUnder(folder)
      .filter((path) => /\.(ts|tsx)$/.test(path) && !path.endsWith('.d.ts'))
      .map((path) => readSource(path, readFileSync(join(root, path), 'utf8'))),
  );
}

/** Paths from the root, sorted; nothing of `node_modules` and `dist`. */
export function filesUnder(folder: string): string[] {
  const entries = readdirSync(join(root, folder), { withFileTypes: true });
  return entries
    .filter(({ name }) => name !== 'node_modules' && name !== 'dist')
    .flatMap((entry) => {
      const path = posix.join(folder, entry.name);
      return entry.isDirectory() ? filesUnder(path) : [path];
    })
    .sort();
}

/** Where a relative import leads, as the path of its source; null for any other import. */
export function relativeTarget(from: string, specifier: string): string | null {
  if (!specifier.startsWith('.')) return null;
  return posix.join(posix.dirname(from), specifier).replace(/\.js$/, '.ts');
}

function textOf(node: ts.Node | undefined): string {
  if (node && ts.isLiteralTypeNode(node)) return textOf(node.literal);
  return node && ts.isStringLiteralLike(node) ? node.text : '(computed)';
}

function namesOf(node: ts.ImportDeclaration): string[] {
  const bindings = node.importClause?.namedBindings;
  if (!bindings || !ts.isNamedImports(bindings)) return [];
  return bindings.elements.map(({ name, propertyName }) => (propertyName ?? name).text);
}
