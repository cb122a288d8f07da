import { aboutEn, aboutZh } from './about-notice.js';
import { beijingDeadline, beijingTime } from './beijing-time.js';
import { digestTemplates } from './digest-templates.js';
import { channelTemplates } from './channel-templates.js';
import { draftTemplates } from './draft-templates.js';
import { endpointTemplates } from './endpoint-templates.js';
import { followUpTemplates } from './follow-up-templates.js';
import type { LetterTemplate } from './letter-data.js';
import type { Wording } from './letter-text.js';
import type { LetterLocale } from './locale.js';
import { vaultTemplates } from './vault-templates.js';

/** Every letter in every language. */
export const letterTemplates: { [T in LetterTemplate]: Record<LetterLocale, Wording<T>> } = {
  confirm_email: {
    zh: ({ name, url, expiresAt }) => ({
      subject: '请确认您的邮箱',
      name,
      paragraphs: ['您已在通删注册。请点击下面的链接确认邮箱；确认后即可提交投诉。'],
      link: { label: '确认邮箱', url },
      closing: `链接在 ${beijingTime(expiresAt, 'zh')} 前有效，只能使用一次。如果不是您本人注册，请忽略本邮件。`,
    }),
    en: ({ name, url, expiresAt }) => ({
      subject: 'Confirm your e-mail address',
      name,
      paragraphs: ['You have registered with Tongshan. Confirm your address with the link below to start filing.'],
      link: { label: 'Confirm address', url },
      closing: `The link works once, until ${beijingTime(expiresAt, 'en')}. If you did not register, ignore this letter.`,
    }),
  },
  already_registered: {
    zh: ({ name, url }) => ({
      subject: '该邮箱已注册',
      name,
      paragraphs: ['有人用您的邮箱申请注册通删，但该邮箱已有账户，因此没有建立新账户。'],
      link: { label: '登录', url },
      closing: '如果不是您本人操作，无需理会。',
    }),
    en: ({ name, url }) => ({
      subject: 'This address is already registered',
      name,
      paragraphs: ['Someone asked to register with your e-mail address. It has an account, so no new one was made.'],
      link: { label: 'Sign in', url },
      closing: 'If it was not you, there is nothing to do.',
    }),
  },
  set_password: {
    zh: ({ name, url, expiresAt }) => ({
      subject: '请设置密码',
      name,
      paragraphs: ['请点击下面的链接，为您在通删的账户设置密码。'],
      link: { label: '设置密码', url },
      closing: `链接在 ${beijingTime(expiresAt, 'zh')} 前有效，只能使用一次。如果您没有此项需要，请忽略本邮件。`,
    }),
    en: ({ name, url, expiresAt }) => ({
      subject: 'Set your password',
      name,
      paragraphs: ['Set the password of your account at Tongshan with the link below.'],
      link: { label: 'Set password', url },
      closing: `The link works once, until ${beijingTime(expiresAt, 'en')}. If you do not need it, ignore this letter.`,
    }),
  },
  notice_served: {
    zh: (data) => ({
      subject: `收到侵权通知 ${data.noticeNumber}：${data.title}`,
      paragraphs: [`一份侵权通知已送达${data.platformName}，请及时查看并处理。`],
      facts: [
        ...aboutZh(data),
        ['送达时间', beijingTime(data.servedAt, 'zh')],
        ...(data.dueAt ? [['处理时限', `${beijingDeadline(data.dueAt, 'zh')} 前`] as [string, string]] : []),
      ],
      link: { label: '查看并处理', url: data.url },
    }),
    en: (data) => ({
      subject: `Notice ${data.noticeNumber} received: “${data.title}”`,
      paragraphs: [`A notice of infringement has been served on ${data.platformName}. Please read it and act on it.`],
      facts: [
        ...aboutEn(data),
        ['Served', beijingTime(data.servedAt, 'en')],
        ...(data.dueAt ? [['Act before', beijingDeadline(data.dueAt, 'en')] as [string, string]] : []),
      ],
      link: { label: 'Read and act', url: data.url },
    }),
  },
  deadline_reminder: {
    zh: (data) => ({
      subject: `时限提醒：${data.noticeNumber} 请于 ${beijingDeadline(data.dueAt, 'zh')} 前处理`,
      paragraphs: [`通知 ${data.noticeNumber} 的时限已过 ${data.percent}%，尚未处理完毕。`],
      facts: [...aboutZh(data), ['时限', data.rule], ['届满时间', beijingDeadline(data.dueAt, 'zh')]],
      link: { label: '查看并处理', url: data.url },
    }),
    en: (data) => ({
      subject: `Reminder: ${data.noticeNumber} is due before ${beijingDeadline(data.dueAt, 'en')}`,
      paragraphs: [`${data.percent} % of the time for notice ${data.noticeNumber} has passed and it is still open.`],
      facts: [...aboutEn(data), ['Time limit', data.rule], ['Ends', beijingDeadline(data.dueAt, 'en')]],
      link: { label: 'Read and act', url: data.url },
    }),
  },
  deadline_breached: {
    zh: (data) => ({
      subject: `时限已过：${data.noticeNumber}${data.title}`,
      paragraphs: [
        data.reader === 'platform'
          ? `通知 ${data.noticeNumber} 的时限已过，仍未处理完毕。请您立即处理；逾期情况已记录在案。`
          : `您的通知 ${data.noticeNumber} 的时限已过，${data.platformName}仍未处理完毕。逾期情况已记录在案。`,
      ],
      facts: [...aboutZh(data), ['时限', data.rule], ['届满时间', beijingDeadline(data.dueAt, 'zh')]],
      link: { label: '查看', url: data.url },
    }),
    en: (data) => ({
      subject: `Time limit passed: ${data.noticeNumber} “${data.title}”`,
      paragraphs: [
        data.reader === 'platform'
          ? `The time for notice ${data.noticeNumber} has passed and it is still open. Please act at once; the breach is on record.`
          : `The time for your notice ${data.noticeNumber} has passed and ${data.platformName} has not dealt with it. The breach is on record.`,
      ],
      facts: [...aboutEn(data), ['Time limit', data.rule], ['Ended', beijingDeadline(data.dueAt, 'en')]],
      link: { label: 'Read', url: data.url },
    }),
  },
  notice_decided: {
    zh: (data) => ({
      subject: `${data.platformName}已处理通知 ${data.noticeNumber}：${data.title}`,
      paragraphs: [`${data.platformName}已对您的通知逐项作出处理。`],
      facts: [
        ...aboutZh(data),
        ['已采取措施', `${data.actioned} 项`],
        ['不予处理', `${data.refused} 项`],
        ['未找到', `${data.notFound} 项`],
      ],
      link: { label: '查看逐项结果和理由', url: data.url },
    }),
    en: (data) => ({
      subject: `${data.platformName} has decided notice ${data.noticeNumber}: “${data.title}”`,
      paragraphs: [`${data.platformName} has decided every item of your notice.`],
      facts: [
        ...aboutEn(data),
        ['Acted on', String(data.actioned)],
        ['Refused', String(data.refused)],
        ['Not found', String(data.notFound)],
      ],
      link: { label: 'Read results and reasons', url: data.url },
    }),
  },
  escalation_opened: {
    zh: (data) => ({
      subject: `新的升级事项：${data.noticeNumber}（${data.platformName}）`,
      paragraphs: ['以下事项已升级，等待您所在机关处理。'],
      facts: [
        ...aboutZh(data),
        ['平台', data.platformName],
        ['升级原因', data.reasons.join('；')],
        ['升级时间', beijingTime(data.openedAt, 'zh')],
      ],
      link: { label: '查看材料', url: data.url },
    }),
    en: (data) => ({
      subject: `New escalation: ${data.noticeNumber} (${data.platformName})`,
      paragraphs: ['The following matter has been escalated and waits for your authority.'],
      facts: [
        ...aboutEn(data),
        ['Platform', data.platformName],
        ['Reasons', data.reasons.join('; ')],
        ['Escalated', beijingTime(data.openedAt, 'en')],
      ],
      link: { label: 'Read the packet', url: data.url },
    }),
  },
  calendar_uncovered: {
    zh: ({ version, coveredUntil, uncoveredDeadlines, url }) => ({
      subject: `请导入新的放假安排：现有日历只到 ${coveredUntil}`,
      paragraphs: [
        `时限按国务院办公厅公布的放假安排计算，现有安排只到 ${coveredUntil}。此后的日期暂按周末计算，可能有误。请导入新公布的安排；导入后，受影响的时限将自动重新计算。`,
      ],
      facts: [
        ['现行日历', version],
        ['涉及未覆盖日期的时限', `${uncoveredDeadlines} 项`],
      ],
      link: { label: '日历接口（POST 导入）', url },
    }),
    en: ({ version, coveredUntil, uncoveredDeadlines, url }) => ({
      subject: `Import the next calendar: the present one ends on ${coveredUntil}`,
      paragraphs: [
        `Time limits follow the rest days that the State Council publishes; what is known ends on ${coveredUntil}. Later days are counted with weekends alone and may be wrong. Please import the new paper; running time limits are then derived again.`,
      ],
      facts: [
        ['Calendar in force', version],
        ['Time limits on uncovered days', String(uncoveredDeadlines)],
      ],
      link: { label: 'Calendars (POST to import)', url },
    }),
  },
  complaint_deficient: {
    zh: ({ complaintNumber, title, missing, url }) => ({
      subject: `投诉 ${complaintNumber} 需要补正：${title}`,
      paragraphs: ['您的投诉要件不全，尚未送达平台，时限也未起算。请补齐以下内容：'],
      facts: missing.map((element, index) => [String(index + 1), element]),
      link: { label: '补正', url },
    }),
    en: ({ complaintNumber, title, missing, url }) => ({
      subject: `Complaint ${complaintNumber} needs more: “${title}”`,
      paragraphs: [
        'Your complaint lacks required elements. It has not been served and no clock runs yet. Please complete:',
      ],
      facts: missing.map((element, index) => [String(index + 1), element]),
      link: { label: 'Complete it', url },
    }),
  },
  ...followUpTemplates,
  ...vaultTemplates,
  ...draftTemplates,
  ...endpointTemplates,
  ...digestTemplates,
  ...channelTemplates,
};
