import { defineWords } from '../../words/define-words.js';

export const words = defineWords(
  'filing-origin',
  {
    from: '本页内容来自 {{format}} 报告（{{sender}}，{{at}} 收到）。请逐项核对；声明与签名须由您本人作出。',
    unknownSender: '来源未写明',
    toCheck: '请核对：',
    original: '下载原文',
    taking: '正在带入草稿…',
    begun: '本页已有未提交的内容，带入草稿会替换它。',
    replace: '带入草稿',
    filed: '这份草稿已提交为 {{number}}。',
    discarded: '这份草稿已被放弃。',
    leave: '清空本页',
  },
  {
    from: 'What stands here is from an {{format}} report ({{sender}}, received {{at}}). Check each part; the statements and the signature must be your own.',
    unknownSender: 'sender not named',
    toCheck: 'Check:',
    original: 'Download the original',
    taking: 'Taking the draft over…',
    begun: 'This page holds something that was not filed; the draft would take its place.',
    replace: 'Take the draft over',
    filed: 'This draft was filed as {{number}}.',
    discarded: 'This draft was discarded.',
    leave: 'Clear this page',
  },
);
