/** What a refusal means for the caller; the HTTP edge maps each kind to one status. */
export type ProblemKind =
  | 'unreadable'
  | 'unauthenticated'
  | 'forbidden'
  | 'not_found'
  | 'method_not_allowed'
  | 'conflict'
  | 'stale'
  | 'too_large'
  | 'unsupported_type'
  | 'unacceptable'
  | 'too_many'
  | 'unavailable'
  | 'fault';

interface Entry {
  kind: ProblemKind;
  zh: string;
  en: string;
}

/** Every code that an answer can carry. Stable: integrators branch on them. */
export const problemCatalogue = {
  malformed_json: { kind: 'unreadable', zh: '请求体不是有效的 JSON', en: 'The body is not valid JSON' },
  bad_request: { kind: 'unreadable', zh: '无法读取该请求', en: 'The request cannot be read' },
  unauthenticated: { kind: 'unauthenticated', zh: '请先登录或提供接口密钥', en: 'Sign in or send an API key' },
  bad_credentials: { kind: 'unauthenticated', zh: '邮箱或密码不正确', en: 'E-mail or password is wrong' },
  token_expired: { kind: 'unauthenticated', zh: '令牌已过期', en: 'The token has expired' },
  token_reused: {
    kind: 'unauthenticated',
    zh: '刷新令牌已被使用，会话已终止',
    en: 'This refresh token was used before; the session has ended',
  },
  session_ended: { kind: 'unauthenticated', zh: '登录已失效，请重新登录', en: 'The session has ended; sign in again' },
  otp_required: { kind: 'unauthenticated', zh: '请输入动态验证码', en: 'Send the code of the second factor' },
  bad_otp: { kind: 'unauthenticated', zh: '动态验证码不正确', en: 'The code of the second factor is wrong' },
  key_expired: { kind: 'unauthenticated', zh: '接口密钥已过期或已撤销', en: 'The API key has expired or was revoked' },
  wrong_mode: {
    kind: 'unauthenticated',
    zh: '密钥模式与本系统不符',
    en: 'This key is for the other mode (sandbox or live)',
  },
  address_not_allowed: {
    kind: 'forbidden',
    zh: '该地址不在密钥的允许范围内',
    en: 'This address is not on the key’s allow-list',
  },
  forbidden: { kind: 'forbidden', zh: '没有此项权限', en: 'You may not do this' },
  cross_site: { kind: 'forbidden', zh: '该请求并非来自本站页面', en: 'This request did not come from our own page' },
  email_unconfirmed: { kind: 'forbidden', zh: '请先确认邮箱', en: 'Confirm the e-mail address first' },
  not_found: { kind: 'not_found', zh: '未找到', en: 'Not found' },
  method_not_allowed: {
    kind: 'method_not_allowed',
    zh: '该地址不支持此方法',
    en: 'This address does not take this method',
  },
  wrong_state: { kind: 'conflict', zh: '当前状态不允许此操作', en: 'The state does not allow this' },
  already_exists: { kind: 'conflict', zh: '已存在', en: 'It already exists' },
  claimed_by_other: { kind: 'conflict', zh: '已由他人认领', en: 'Someone else holds the claim' },
  undo_over: { kind: 'conflict', zh: '已超过可撤销的时间', en: 'It is too late to take this back' },
  request_in_progress: { kind: 'conflict', zh: '相同请求正在处理', en: 'The same request is still running' },
  stale_version: { kind: 'stale', zh: '资源已被更新', en: 'The resource has changed since you read it' },
  body_too_large: { kind: 'too_large', zh: '请求体过大', en: 'The body is too large' },
  file_too_large: { kind: 'too_large', zh: '文件过大', en: 'The file is too large' },
  unsupported_media_type: {
    kind: 'unsupported_type',
    zh: '不支持的内容类型',
    en: 'This content type is not supported',
  },
  validation_failed: { kind: 'unacceptable', zh: '请求内容有误', en: 'The request is not acceptable' },
  idempotency_mismatch: {
    kind: 'unacceptable',
    zh: '同一幂等键用于了不同的请求',
    en: 'The idempotency key was used with another body',
  },
  disposition_insufficient: {
    kind: 'unacceptable',
    zh: '该处置不足以履行本规则下的义务',
    en: 'This disposition does not suffice under the regime',
  },
  supplement_not_allowed: {
    kind: 'unacceptable',
    zh: '适用规则不设补正程序',
    en: 'The regime knows no supplement',
  },
  wait_over: {
    kind: 'conflict',
    zh: '等待期已届满，证明已留存但不产生效力',
    en: 'The wait is over; the proof was kept without effect',
  },
  unknown_rule: { kind: 'unacceptable', zh: '没有这条时限规则', en: 'There is no such rule' },
  url_refused: { kind: 'unacceptable', zh: '该地址不可用作接收端', en: 'This address cannot be a receiver' },
  limit_reached: { kind: 'unacceptable', zh: '数量已达上限', en: 'The limit is reached' },
  file_empty: { kind: 'unacceptable', zh: '文件为空', en: 'The file is empty' },
  file_type_refused: { kind: 'unacceptable', zh: '不接受此类文件', en: 'Files of this type are not taken' },
  archive_refused: {
    kind: 'unacceptable',
    zh: '该文件内部的压缩内容不可接受',
    en: 'What is packed inside this file is not acceptable',
  },
  file_in_use: { kind: 'conflict', zh: '文件已被引用，不能删除', en: 'The file is linked and cannot be removed' },
  rate_limited: { kind: 'too_many', zh: '请求过于频繁', en: 'Too many requests' },
  unavailable: {
    kind: 'unavailable',
    zh: '服务暂时不可用，请稍后重试',
    en: 'Temporarily unavailable, try again shortly',
  },
  internal: { kind: 'fault', zh: '系统内部错误', en: 'Something failed on our side' },
} as const satisfies Record<string, Entry>;

export type ProblemCode = keyof typeof problemCatalogue;
