import { randomInt } from 'node:crypto';
import type { FileComplaintRequest } from '../complaints/complaints.requests.js';

const letters = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789';
const drawn = (alphabet: string, length: number) =>
  Array.from({ length }, () => alphabet[randomInt(alphabet.length)]).join('');
const digits = (length: number) => drawn('0123456789', length);

/** A complaint that lacks nothing, with addresses of its own each time, so that it never repeats the one before. */
export function exampleComplaint(): FileComplaintRequest {
  const [netdisk, code] = [`1${drawn(letters, 22)}`, drawn('abcdefghijkmnpqrstuvwxyz23456789', 4)];
  const right = 'information_network';
  return {
    ground: 'copyright',
    works: [
      { ref: 'w1', title: '流浪地球2', category: 'film', registrationNumber: '国作登字-2025-I-00012345' },
      { ref: 'w2', title: '流浪地球2 官方设定集', category: 'literature' },
    ],
    targets: [
      {
        text: `流浪地球2 4K 未删减版\n链接：https://pan.baidu.com/s/${netdisk}?pwd=${code} 提取码：${code}\n--来自百度网盘超级会员的分享`,
        workRef: 'w1',
        right,
      },
      { text: `全片都在这 👉 https://www.douyin.com/video/72${digits(17)} 复制打开抖音看`, workRef: 'w1', right },
      {
        text: `【淘宝】设定集高清扫描版 https://item.taobao.com/item.htm?id=7${digits(11)} 点击链接直接打开`,
        workRef: 'w2',
        right,
        description: '商品为设定集的盗版扫描件',
      },
    ],
    demand: 'remove',
    evidence: [
      { kind: 'ownership', text: '作品登记证书：国作登字-2025-I-00012345' },
      { kind: 'infringement', text: '上述地址可在线播放或下载全片、全书，页面未标注任何授权信息。' },
    ],
    statements: { accuracy: true, goodFaith: true, signature: '张三' },
  };
}
