import type { CounterNoticeFormData, NoticeFormData } from '#documents';

/** A notice that lacks nothing but what the form allows to be absent. */
export function sampleNotice(changes: Partial<NoticeFormData> = {}): NoticeFormData {
  return {
    language: 'zh',
    copy: 'served',
    number: 'N-2026-000001',
    complaintNumber: 'TS-2026-000001',
    receivedAt: new Date('2026-11-25T03:20:49Z'),
    servedAt: new Date('2026-11-25T03:20:50Z'),
    regime: { label: '信息网络传播权保护条例', law: '信息网络传播权保护条例 第14–17条' },
    receiptSha256: '9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08',
    provider: { name: '百度网盘', email: 'ip@pan.example', domain: 'pan.baidu.com、yun.baidu.com' },
    rightsHolder: {
      name: '北京星海影业有限公司',
      idType: 'business_licence',
      idNumber: '**************CD2X',
      legalRepresentative: '王星海',
      address: '北京市朝阳区建国路88号星海大厦12层1201室（邮件请注明“版权部”收）',
      postcode: '100022',
      contact: '李海',
      phone: '010-88888888',
      mobile: '13800001234',
      email: 'rights@xinghai.example',
      fax: '010-88888889',
    },
    agent: {
      name: '上海维权联盟信息技术有限公司',
      idType: 'business_licence',
      idNumber: '**************7788',
      legalRepresentative: '赵维',
      address: '上海市浦东新区世纪大道100号',
      contact: '孙权',
      phone: '021-66666666',
      email: 'agent@weiquan.example',
      authorization: '授权书 SQ-2026-0008',
    },
    site: { domain: 'pan.baidu.com', icpNumber: '京ICP证030173号' },
    ground: 'copyright',
    works: [
      {
        title: '流浪地球2',
        category: 'film',
        registrationNumber: '国作登字-2025-I-00012345',
        identifiers: { isan: '0000-0004-3B5C-0000-4-0000-0000-P' },
        originalUrls: ['https://v.qq.com/x/cover/mzc00200aaogpgh.html'],
      },
    ],
    targets: [
      {
        raw: '链接：https://pan.baidu.com/s/1YBeAbCdEfGhIjKlMnOp?pwd=60va 提取码：60va --来自百度网盘超级会员V5的分享',
        url: 'https://pan.baidu.com/s/1YBeAbCdEfGhIjKlMnOp?pwd=60va',
        canonicalId: 'share 1YBeAbCdEfGhIjKlMnOp',
        accessCode: '60va',
        account: '影迷小站',
        work: '流浪地球2',
        right: 'information_network',
        description: '全片可在线播放、可下载，文件名为“流浪地球2.1080p.mp4”，与正版时长一致。',
      },
    ],
    proofs: [
      { kind: 'ownership', text: '国作登字-2025-I-00012345' },
      {
        kind: 'infringement',
        text: '可在线播放全片；截图与录屏见附件。',
        url: 'https://example.com/proof/2026/11/25/screen-recording-0001.mp4',
        file: { name: '录屏.mp4', sha256: 'a'.repeat(64) },
      },
    ],
    demand: 'remove',
    statements: { accuracy: true, goodFaith: true, perjury: false },
    signature: '孙权',
    signedAt: new Date('2026-11-25T03:20:00Z'),
    ...changes,
  };
}

export function sampleCounterNotice(changes: Partial<CounterNoticeFormData> = {}): CounterNoticeFormData {
  const { provider, regime, targets } = sampleNotice();
  return {
    language: 'zh',
    number: 'N-2026-000001-1',
    noticeNumber: 'N-2026-000001',
    receivedAt: new Date('2026-11-26T01:00:00Z'),
    provider,
    regime,
    author: { name: '陈小站', idType: 'identity_card', contact: '陈小站', address: '广州市天河区体育西路1号' },
    targets,
    reason: 'licensed',
    statement: '该内容已获权利人许可使用，许可合同编号为 XK-2026-01，许可期限至2027年12月31日。',
    proofs: [{ kind: 'authorization', text: '许可合同 XK-2026-01' }],
    statements: { accuracy: true },
    signature: '陈小站',
    signedAt: new Date('2026-11-26T00:50:00Z'),
    ...changes,
  };
}

/** As many targets, each with an address of its own. */
export function manyTargets(count: number): NoticeFormData['targets'] {
  return Array.from({ length: count }, (_, index) => ({
    raw: `https://www.douyin.com/video/72${String(index).padStart(5, '0')}345678901234?previous_page=app_code_link&share_token=${'x'.repeat(index % 90)}`,
    canonicalId: `video 72${String(index).padStart(5, '0')}345678901234`,
    work: '流浪地球2',
    right: 'information_network',
    description: index % 3 === 0 ? '全片切条，逐集连载；评论区置顶“完整版”链接。' : null,
  }));
}
