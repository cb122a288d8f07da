import type { LinkedFile } from '#evidence';
import { instant } from '#kernel';
import { ContentView } from '../files/files.views.js';
import { Shown } from '../http/shown.js';

export class AuthorizationFileView extends ContentView {
  @Shown('instant') linkedAt: string;
}

export class AuthorizationFilesView {
  @Shown(() => AuthorizationFileView, { list: true }) data: AuthorizationFileView[];
}

export function authorizationFileView(file: LinkedFile): AuthorizationFileView {
  const { id, sha256, size, mediaType, name, linkedAt } = file;
  return { id, sha256, size, mediaType, name, linkedAt: instant(linkedAt) };
}
