import { defineWords } from '../words/define-words.js';

export const firstRunWords = defineWords(
  'first-run',
  {
    unconfirmed: '邮箱 {{email}} 尚未确认',
    unconfirmedNote: '请打开确认信中的链接。确认之前可以填写投诉，但不能提交，也不能上传文件。',
    resend: '重新发送确认信',
    resent: '确认信已重新发送，先前的链接已失效。',
    captured: '打开沙箱邮件',
    steps: '开始使用',
    confirm: '确认邮箱',
    profile: '填写单位信息',
    file: '提交第一份投诉',
    done: '已完成',
    open: '待完成',
  },
  {
    unconfirmed: '{{email}} is not confirmed yet',
    unconfirmedNote:
      'Open the link in the letter. Until then you can write a complaint, but not file it or upload files.',
    resend: 'Send the letter again',
    resent: 'Another letter is on its way; the link in the earlier one is void.',
    captured: 'Open the sandbox mail',
    steps: 'First steps',
    confirm: 'Confirm your e-mail',
    profile: 'Complete your organization',
    file: 'File your first complaint',
    done: 'done',
    open: 'to do',
  },
);
