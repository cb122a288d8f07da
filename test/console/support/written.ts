/** What people write into the fields of a matter. */
export interface Written {
  organization: string;
  person: string;
  title: string;
  sentence: string;
  fileName: string;
  account: string;
  shortName: string;
}

export const plain: Written = {
  organization: '上海维权联盟信息技术有限公司',
  person: '陈晓',
  title: '流浪地球2',
  sentence: '该链接可在线播放全片，未经权利人许可。',
  fileName: '权属证明.txt',
  account: '星海影视搬运',
  shortName: '已获授权',
};

export const markup = '<img src=x onerror=alert(1)>';

/** Fills up to `length` with what has no place to break a line. */
const upTo = (length: number, start: string, filling: string) => (start + filling.repeat(length)).slice(0, length);

/** As long as each field takes, with markup, faces, a script that runs the other way, and words without a break. */
export const hostile: Written = {
  organization: upTo(200, `${markup}🎬`, '星海影业'),
  person: upTo(100, `${markup}مرحبا`, '王'),
  title: upTo(500, `${markup} שלום עולם 👩‍👩‍👧‍👦 `, 'Wandering'),
  sentence: upTo(2000, `${markup}\n\n\u202eevil\u202c مرحبا بالعالم 🏴‍☠️ `, 'https://example.com/'),
  fileName: upTo(180, `${markup.replace('/', '')}🎞️`, '证据') + '.txt',
  account: upTo(200, markup, '@'),
  shortName: upTo(100, `${markup}🙃`, 'abc'),
};
