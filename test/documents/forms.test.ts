import { counterNoticeForm, noticeForm } from '#documents';
import { manyTargets, sampleCounterNotice, sampleNotice } from './form-samples.js';
import { readPdf, withoutSpaces } from './read-pdf.js';

const read = async (...parameters: Parameters<typeof sampleNotice>) =>
  readPdf(await noticeForm(sampleNotice(...parameters)));
const nothing = { name: null };

describe('the form of the notice', () => {
  it('has every label of the national form, with its star, and its number, instants, regime and hashes', async () => {
    const { text, pages, info } = await read();
    for (const label of [
      '要求删除或断开链接侵权网络内容的通知',
      '网络服务提供者',
      '权利人',
      '代理人',
      '涉嫌侵权的网站（应用）',
      '名称*',
      '姓名（名称）*',
      '身份证件类型*',
      '证件号码*',
      '法定代表人*',
      '通信地址*',
      '邮政编码*',
      '联系人*',
      '联系电话*',
      '移动电话',
      '电子邮箱*',
      '传真',
      '授权委托书*',
      '域名*',
      '备案号/许可证号',
      'IP地址*',
      '侵权内容*',
      '侵权内容的网络地址*',
      '侵权事实与证明材料*',
      '要求*',
      '■删除□断开链接',
      '保证声明*',
      '签名（盖章）*',
      '日期*',
      '编号：N-2026-000001',
      '送达时间：2026年11月25日11:20:50（北京时间）',
      '信息网络传播权保护条例第14–17条',
      '回执SHA-256：9f86d081',
      `SHA-256${'a'.repeat(64)}`,
      '提取码：60va',
    ])
      expect(text).toContain(label);
    expect(pages.at(-1)).toContain(`第${pages.length}页，共${pages.length}页`);
    expect(info).toMatchObject({
      Title: '要求删除或断开链接侵权网络内容的通知 N-2026-000001',
      Author: '上海维权联盟信息技术有限公司',
      Language: 'zh-CN',
      CreationDate: 'D:20261125032050Z',
    });
  });

  it('says of a mandatory field that was not given 未提供, and a dash of an optional one', async () => {
    const given = (await read()).text.split('未提供').length;
    const { text } = await read({
      rightsHolder: nothing,
      agent: null,
      site: {},
      targets: manyTargets(1),
      proofs: [],
      demand: null,
      statements: { accuracy: false, goodFaith: false, perjury: false },
      signature: ' ',
      signedAt: null,
    });
    for (const label of ['姓名（名称）*', '证件号码*', '邮政编码*', 'IP地址*', '签名（盖章）*', '日期*', '保证声明*'])
      expect(text).toContain(`${label}未提供`);
    expect(text).toContain('移动电话—');
    expect(text.split('未提供').length).toBeGreaterThan(given + 10);
  });

  it('speaks English with the same fields', async () => {
    const { text, info } = await read({ language: 'en', signature: null });
    for (const label of ['NoticetoRemove', 'Rightsholder', 'Documentnumber*', 'Postcode*Notprovided', 'Page1of'])
      expect(text).toContain(label);
    expect(info['Language']).toBe('en');
  });

  it('is the same to the byte for the same data, whatever was drawn before', async () => {
    const first = await noticeForm(sampleNotice());
    // the radical shares its glyph with the character
    await noticeForm(sampleNotice({ rightsHolder: { name: '⼈⼤' } }));
    expect((await noticeForm(sampleNotice())).equals(first)).toBe(true);
    expect((await noticeForm(sampleNotice({ number: 'N-2026-000002' }))).equals(first)).toBe(false);
  });
});

describe('a notice of 500 targets', () => {
  it('has every address whole, no row cut in half, and the header of the table on each of its pages', async () => {
    const targets = manyTargets(500);
    const { text, pages } = await read({ targets });
    for (const { raw } of targets) expect(text).toContain(raw);
    const tablePages = pages.filter((page) => page.includes('www.douyin.com'));
    expect(tablePages.length).toBeGreaterThan(20);
    for (const page of tablePages) expect(page).toContain('序号网络地址（按提交原文）作品/权利说明');
    for (const { canonicalId, raw } of targets) {
      const rows = pages.filter((page) => page.includes(withoutSpaces(`标识：${canonicalId}`)));
      expect(rows).toHaveLength(1);
      expect(rows[0]).toContain(raw);
    }
  }, 30_000);

  it('leaves the event loop its turns', async () => {
    const data = sampleNotice({ targets: manyTargets(500) });
    await noticeForm(data);
    let turns = 0;
    const timer = setInterval(() => turns++, 1);
    await noticeForm(data);
    clearInterval(timer);
    expect(turns).toBeGreaterThan(5);
  }, 30_000);

  it('cuts a text that is higher than a page, and loses nothing of it', async () => {
    const raw = Array.from({ length: 1300 }, (_, index) => String(index % 10) + '字，').join('');
    const { text, pages } = await read({ targets: [{ raw, work: '片' }, ...manyTargets(2)] });
    const body = pages.map((page) =>
      page.replace(/编号：N-2026-000001·.*$/, '').replace('序号网络地址（按提交原文）作品/权利说明', ''),
    );
    expect(body.join('').replace('1', '')).toContain(raw.slice(1000, 2000));
    expect(text.split('字，').length).toBe(1301);
  });
});

describe('characters', () => {
  it('sets rare ones, shows what the typeface lacks by its code point, and lists those at the end', async () => {
    const { text, pages } = await read({ rightsHolder: { name: '㐂𬭚𠮷野家𠮷' }, signature: '😀\u{e0100}' });
    expect(text).toContain('㐂𬭚〔U+20BB7〕野家〔U+20BB7〕');
    expect(text).toContain('〔U+1F600U+E0100〕');
    expect(pages.at(-1)).toContain('字符注释');
    expect(pages.at(-1)).toContain('U+1F600U+20BB7×2U+E0100');
    expect((await read()).text).not.toContain('字符注释');
  });

  it('makes visible what would steer or hide the text, and takes markup for what it is', async () => {
    const name = '<b>甲&乙</b>\u202egnp.exe\u200b محمد (\\) %s';
    const { text } = await read({ rightsHolder: { name } });
    expect(text).toContain('<b>甲&乙</b>〔U+202E〕gnp.exe〔U+200B〕〔U+0645U+062DU+0645U+062F〕(\\)%s');
  });

  it('copies out the very characters that were typed, even where two share a glyph', async () => {
    expect((await read({ rightsHolder: { name: '人⼈人' } })).text).toContain('人⼈人');
  });

  it('keeps a name of 200 characters whole', async () => {
    const name = '很长的名称'.repeat(40);
    expect((await read({ rightsHolder: { name } })).text).toContain(name);
  });
});

describe('the copy for the user', () => {
  it('is marked, tells how to answer, and of persons says name, contact and e-mail alone', async () => {
    const counterElements = [{ label: '您的姓名（名称）' }, { label: '不构成侵权的初步证明材料' }];
    const { text, pages } = await read({ copy: 'forwarded', counterElements });
    expect(text).toContain('北京星海影业有限公司');
    expect(text).toContain('联系人*李海');
    expect(text).toContain('1.您的姓名（名称）2.不构成侵权的初步证明材料');
    for (const page of pages) expect(page).toContain('转送副本');
    for (const secret of ['CD2X', '7788', '建国路88号', '13800001234', '010-88888888', '王星海', '世纪大道', '孙权'])
      expect(text).not.toContain(secret);
    for (const label of ['证件号码*', '移动电话', '授权委托书']) expect(text).not.toContain(label);
  });
});

describe('the form of the counter-notice', () => {
  it('mirrors the notice: provider, author, content and addresses, reasons and proof, guarantee, signature', async () => {
    const { text, info } = await readPdf(await counterNoticeForm(sampleCounterNotice()));
    for (const part of [
      '要求恢复被删除或断开链接的网络内容的说明',
      '说明人（服务对象）',
      '姓名（名称）*陈小站',
      '证件号码*未提供',
      '要求恢复的内容及其网络地址*',
      'https://pan.baidu.com/s/1YBeAbCdEfGhIjKlMnOp',
      '理由已获授权',
      'XK-2026-01',
      '■恢复被删除的内容或被断开的链接',
      '说明人对本说明及所附材料的真实性负责',
      '签名（盖章）*陈小站',
      '所涉通知：N-2026-000001',
    ])
      expect(text).toContain(part);
    expect(info['Title']).toContain('要求恢复被删除或断开链接的网络内容的说明');
  });

  it('speaks English', async () => {
    const { text } = await readPdf(await counterNoticeForm(sampleCounterNotice({ language: 'en', proofs: [] })));
    expect(text).toContain('StatementRequestingRestoration');
    expect(text).toContain('LicensedStatement');
  });
});
