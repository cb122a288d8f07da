import { type Schemas } from '../../api/client.js';
import { ApiProblem, type ProblemBody, Unreachable } from '../../api/problem.js';
import { currentLanguage } from '../../words/language.js';

export interface Upload {
  answer: Promise<Schemas['FileView']>;
  stop: () => void;
}

/** Sends one file and tells how far it is, which `fetch` cannot. */
export function uploadFile(content: File, tell: (percent: number) => void): Upload {
  const request = new XMLHttpRequest();
  const answer = new Promise<Schemas['FileView']>((resolve, reject) => {
    request.upload.addEventListener('progress', ({ loaded, total }) => tell(Math.floor((loaded / total) * 100)));
    request.addEventListener('error', (event) => reject(new Unreachable(event)));
    request.addEventListener('load', () => {
      const { status, statusText } = request;
      const body = bodyOf(request);
      if (status === 201) resolve(body as Schemas['FileView']);
      else reject(new ApiProblem({ code: 'no_answer', title: statusText, ...(body as ProblemBody | null), status }));
    });
    request.open('POST', '/v1/files');
    request.setRequestHeader('X-Requested-With', 'tongshan-console');
    request.setRequestHeader('Accept-Language', currentLanguage());
    const form = new FormData();
    form.append('file', content);
    request.send(form);
  });
  return { answer, stop: () => request.abort() };
}

function bodyOf({ responseText }: XMLHttpRequest): unknown {
  try {
    return JSON.parse(responseText);
  } catch {
    return null;
  }
}
