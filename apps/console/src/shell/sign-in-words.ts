import { defineWords } from '../words/define-words.js';

export const words = defineWords(
  'sign-in-form',
  {
    email: '邮箱',
    password: '密码',
    otp: '动态验证码',
    otpHint: '身份验证器中的 6 位数字，或一个恢复码',
    submit: '登录',
    required: '请填写',
  },
  {
    email: 'E-mail',
    password: 'Password',
    otp: 'One-time code',
    otpHint: 'Six digits from your authenticator, or a recovery code',
    submit: 'Sign in',
    required: 'Please fill in',
  },
);
