import { currentLanguage } from '../words/language.js';
import type { Schemas } from './client.js';
import { ApiProblem, type ProblemBody, Unreachable } from './problem.js';

export type StoredFile = Schemas['FileView'];

/** Sends a file and tells how far it is, which `fetch` cannot. @throws ApiProblem, Unreachable */
export function uploadFile(file: File, progress: (percent: number) => void): Promise<StoredFile> {
  return new Promise((resolve, reject) => {
    const request = new XMLHttpRequest();
    request.open('POST', '/v1/files');
    request.responseType = 'json';
    request.setRequestHeader('X-Requested-With', 'tongshan-console');
    request.setRequestHeader('Accept-Language', currentLanguage());
    request.upload.addEventListener('progress', ({ loaded, total }) => progress(total ? (loaded / total) * 100 : 0));
    request.addEventListener('error', () => reject(new Unreachable(null)));
    request.addEventListener('load', () => {
      const answer = request.response as StoredFile | ProblemBody | null;
      if (request.status === 201 && answer && 'id' in answer) resolve(answer as StoredFile);
      else {
        const said = answer && 'code' in answer ? answer : { code: 'no_answer', title: request.statusText };
        reject(new ApiProblem({ ...said, status: request.status }));
      }
    });
    const form = new FormData();
    form.append('file', file);
    request.send(form);
  });
}
