/** What a receiver has to get right before it may be relied on, in the order in which it is tried. */
export const receiverCheckNames = [
  'good',
  'replayed',
  'duplicated',
  'late',
  'tampered',
  'wrongly_signed',
  'unsigned',
  'rotated',
  'unknown_event',
  'large',
  'slow',
] as const;
export type ReceiverCheckName = (typeof receiverCheckNames)[number];

/** `taken`: 2xx. `refused`: 4xx, but neither 410 nor 429. `known`: taken, and told apart from a first time. */
export type ReceiverAnswer = 'taken' | 'refused' | 'known';

interface Sentence {
  zh: string;
  en: string;
}

/** What is right, why it matters, and how to mend it. */
export const receiverChecks: Readonly<Record<ReceiverCheckName, { answer: ReceiverAnswer; advice: Sentence }>> = {
  good: {
    answer: 'taken',
    advice: {
      zh: '未收到 2xx 的通知会反复重送，端点最终被停用。请用端点密钥按 Standard Webhooks 验签，验签须用原始请求体，15 秒内答复 2xx，业务放到答复之后。',
      en: 'Whatever is not answered 2xx is sent again, and the endpoint is disabled in the end. Verify with the endpoint’s secret by Standard Webhooks, over the raw body; answer 2xx within 15 seconds and do the work after.',
    },
  },
  replayed: {
    answer: 'known',
    advice: {
      zh: '重试沿用同一 webhook-id；处理两次就会对同一通知行动两次。请把 webhook-id 存入有唯一约束的表，见过的答复 208，或在 2xx 正文中写明 duplicate。',
      en: 'A retry carries the same webhook-id; acting on it twice is acting twice on one notice. Keep webhook-id under a unique constraint, and answer one that you know with 208, or with 2xx and the word "duplicate" in the body.',
    },
  },
  duplicated: {
    answer: 'known',
    advice: {
      zh: '同一消息的两份可能同时到达；先查后写会两份都处理，或因冲突答复 5xx。请先插入 webhook-id（冲突即忽略），只有插入成功者才处理；另一份答复 208，或在 2xx 正文中写明 duplicate。',
      en: 'Two copies of one message can come at the same moment; look first and write later, and both are acted on, or one fails with 5xx. Insert webhook-id first, ignoring a conflict, and act only when it was inserted; answer the other copy with 208, or with 2xx and the word "duplicate".',
    },
  },
  late: {
    answer: 'refused',
    advice: {
      zh: '截获的旧消息签名仍然有效，只有时间戳能识别它。webhook-timestamp 与当前时间相差超过 5 分钟的，请答复 400；并校准服务器时钟。',
      en: 'A message recorded by somebody else stays well signed; its timestamp alone tells. Answer 400 when webhook-timestamp is more than 5 minutes from now, and keep your clock in step.',
    },
  },
  tampered: {
    answer: 'refused',
    advice: {
      zh: '正文被改过而签名未变。不验正文，任何人都能让您的系统下架任意内容。请对 id.timestamp.正文 计算 HMAC-SHA256，并以恒定时间比较，不符即答复 401。',
      en: 'The body was changed and the signature was not. Without this check anyone can make you take down anything. Compute HMAC-SHA256 over id.timestamp.body, compare in constant time, and answer 401 when it differs.',
    },
  },
  wrongly_signed: {
    answer: 'refused',
    advice: {
      zh: '这一份由别的密钥签名。只看签名是否存在，等于没有验签。请用您端点的密钥核验，不符即答复 401。',
      en: 'Another key has signed this one. Looking whether there is a signature is no verification. Check it with your endpoint’s own secret, and answer 401 when it does not fit.',
    },
  },
  unsigned: {
    answer: 'refused',
    advice: {
      zh: '没有任何签名头。端点地址不是秘密，谁都可以向它发送。缺少 webhook-id、webhook-timestamp 或 webhook-signature 时请答复 400，不要出错为 5xx。',
      en: 'No signature at all. The address of an endpoint is no secret: anyone can post to it. Answer 400 when webhook-id, webhook-timestamp or webhook-signature is missing, rather than failing with 5xx.',
    },
  },
  rotated: {
    answer: 'taken',
    advice: {
      zh: '更换密钥后的 24 小时内，一份消息有两个以空格分隔的签名，您的密钥可能对应后一个。请逐一比较，有一个相符即可。',
      en: 'For 24 hours after a rotation a message carries two signatures with a blank between, and yours may be the second. Compare each; one that fits is enough.',
    },
  },
  unknown_event: {
    answer: 'taken',
    advice: {
      zh: '事件类型会增加。不认识的类型若答复 4xx 或 5xx，会反复重送并停用端点。请答复 2xx 并忽略。',
      en: 'Event types are added. One that you do not know, answered 4xx or 5xx, is sent again until the endpoint is disabled. Answer 2xx and ignore it.',
    },
  },
  large: {
    answer: 'taken',
    advice: {
      zh: '正文最大 20 kB。请把代理、网关与框架的请求体上限设为不低于 20 kB（常见默认值为 8 kB 或 16 kB）。',
      en: 'A body has up to 20 kB. Let proxy, gateway and framework take at least that; some stop at 8 kB or 16 kB.',
    },
  },
  slow: {
    answer: 'taken',
    advice: {
      zh: '网络可在任意字节处断开数据，包括汉字中间。请先收齐全部字节，再解码与验签；不要逐块转成文本拼接，也不要以首块为全文。',
      en: 'A network may part the data at any byte, in the middle of a character too. Gather all bytes, then verify and decode; never turn pieces into text one by one, nor take the first piece for the whole.',
    },
  },
};

/** What was seen of one request. */
export interface SeenAnswer {
  statusCode: number | null;
  answer: string | null;
  error: { code: string } | null;
}

/** What is looked for, in words of HTTP. */
export const expectedAnswers: Readonly<Record<ReceiverAnswer, string>> = {
  taken: '2xx',
  refused: '4xx (not 410, 429)',
  known: '208, or 2xx with "duplicate" in the body',
};

export function isTaken({ statusCode, error }: SeenAnswer): boolean {
  return error === null && statusCode !== null && statusCode >= 200 && statusCode < 300;
}

/** 410 would end the endpoint and 429 hold it up: neither is said of a message that is not genuine. */
export function isRefused({ statusCode }: SeenAnswer): boolean {
  return statusCode !== null && statusCode >= 400 && statusCode < 500 && statusCode !== 410 && statusCode !== 429;
}

/** Whether the receiver shows that it has had this message before: from outside, nothing else tells. */
export function isKnown(seen: SeenAnswer): boolean {
  return isTaken(seen) && (seen.statusCode === 208 || /duplicate/i.test(seen.answer ?? ''));
}
