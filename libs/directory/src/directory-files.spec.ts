import { readDirectoryFiles, readDirectoryTexts } from './directory-files.js';

const regions = 'code,name,copyrightAuthority,telecomAuthority\n110000,北京市,北京市版权局,北京市通信管理局\n';
const head = 'slug,name,serviceType,regime,hosts,regionCode,joined\n';

it('ships 67 platforms, 20 of which join in the demonstration, and 32 regions', async () => {
  const { platforms, regions: all } = await readDirectoryFiles();
  expect([platforms.length, platforms.filter((platform) => platform.joined).length, all.length]).toEqual([67, 20, 32]);
  expect(platforms.find((platform) => platform.slug === 'baidu-pan')).toEqual({
    slug: 'baidu-pan',
    name: '百度网盘',
    serviceType: 'netdisk',
    regime: 'cn.reg468',
    hosts: ['pan.baidu.com', 'yun.baidu.com'],
    regionCode: '110000',
    joined: true,
  });
});

it('names every faulty line of a directory file', () => {
  const platforms = `${head}a,A,video,cn.reg468,a.cn,110000,true\na,,video,cn.reg468,A.cn;a.cn,120000,yes\n`;
  expect(() => readDirectoryTexts(platforms, regions)).toThrow(
    [
      'The directory files are not usable:',
      'platforms.csv, row 3: name is ""',
      'platforms.csv, row 3: joined is "yes"',
      'platforms.csv, row 3: slug a stands there twice',
      'a: there is no region 120000',
      'a: A.cn is not a host in lower case',
      'a: a.cn belongs to a already',
    ].join('\n'),
  );
});

it('reads a file saved with a byte order mark and with its columns in another order', () => {
  const text = '﻿name,slug,serviceType,regime,hosts,regionCode,joined\r\nA,a,video,cn.reg468,a.cn,110000,false\r\n';
  expect(readDirectoryTexts(text, regions).platforms).toMatchObject([{ slug: 'a', name: 'A', joined: false }]);
});
