import type { AboutAuthorization, LetterTemplate } from './letter-data.js';
import type { Wording } from './letter-text.js';
import type { LetterLocale } from './locale.js';

type VaultTemplate = Extract<LetterTemplate, `authorization_${string}` | `warning_list_${string}`>;

/** The letters about authorizations and warning lists. */
export const vaultTemplates: { [T in VaultTemplate]: Record<LetterLocale, Wording<T>> } = {
  authorization_submitted: {
    zh: (data) => ({
      subject: `${data.agentName}提交了您的授权，请核对`,
      paragraphs: [
        `${data.agentName}以${data.ownerName}的授权为据，在通删登记了一份授权。运营方将予以核准。`,
        '如果您没有作出此项授权，请立即撤销。',
      ],
      facts: aboutZh(data),
      link: { label: '核对或撤销', url: data.url },
    }),
    en: (data) => ({
      subject: `${data.agentName} has put an authorization of yours on record`,
      paragraphs: [
        `${data.agentName} says that ${data.ownerName} has authorised it to act. The operator will decide on approval.`,
        'If you have not given this authorization, please revoke it at once.',
      ],
      facts: aboutEn(data),
      link: { label: 'Check or revoke it', url: data.url },
    }),
  },
  authorization_decided: {
    zh: (data) => ({
      subject: `授权${data.decision}：${data.ownerName}`,
      paragraphs: [`${data.ownerName}对${data.agentName}的授权${data.decision}。`],
      facts: [...aboutZh(data), ...(data.reason ? [['理由', data.reason] as [string, string]] : [])],
      link: { label: '查看', url: data.url },
    }),
    en: (data) => ({
      subject: `Authorization of ${data.ownerName}: ${data.decision}`,
      paragraphs: [`The authorization that ${data.ownerName} gave to ${data.agentName} was ${data.decision}.`],
      facts: [...aboutEn(data), ...(data.reason ? [['Reason', data.reason] as [string, string]] : [])],
      link: { label: 'Read it', url: data.url },
    }),
  },
  authorization_expiring: {
    zh: (data) => ({
      subject: `授权将于 ${data.daysLeft} 天后到期：${data.ownerName}`,
      paragraphs: ['以下授权即将到期。到期后以此提交的投诉将视为要件不全，请及时续签并登记。'],
      facts: aboutZh(data),
      link: { label: '查看授权', url: data.url },
    }),
    en: (data) => ({
      subject: `An authorization of ${data.ownerName} runs out in ${data.daysLeft} days`,
      paragraphs: [
        'Once it has run out, complaints that rest on it are deficient. Please renew it and put it on record.',
      ],
      facts: aboutEn(data),
      link: { label: 'Read it', url: data.url },
    }),
  },
  warning_list_published: {
    zh: (data) => ({
      subject: `重点作品版权保护预警名单已发布：${data.batch}`,
      paragraphs: ['新一批重点作品版权保护预警名单已发布。按您的服务类型，您应当：'],
      facts: [...numbered(data.duties), ['名单', data.title], ['作品数量', `${data.count} 部`]],
      link: { label: '查看名单', url: data.url },
    }),
    en: (data) => ({
      subject: `A warning list of key works was published: ${data.batch}`,
      paragraphs: [
        'A new batch of works is under heightened protection. By the kind of your service, this is your part:',
      ],
      facts: [...numbered(data.duties), ['List', data.title], ['Works', String(data.count)]],
      link: { label: 'Read the list', url: data.url },
    }),
  },
};

function numbered(lines: readonly string[]): Array<[string, string]> {
  return lines.map((line, index) => [String(index + 1), line]);
}

function aboutZh({ ownerName, agentName, validUntil }: AboutAuthorization): Array<[string, string]> {
  return [
    ['权利人', ownerName],
    ['代理人', agentName],
    ['有效期至', validUntil ?? '撤销为止'],
  ];
}

function aboutEn({ ownerName, agentName, validUntil }: AboutAuthorization): Array<[string, string]> {
  return [
    ['Owner', ownerName],
    ['Agent', agentName],
    ['Valid until', validUntil ?? 'revoked'],
  ];
}
