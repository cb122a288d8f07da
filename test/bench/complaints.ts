import { randomBytes } from 'node:crypto';
import { complaintAbout } from '../support/complaints.js';

const run = randomBytes(6).toString('hex');
let count = 0;

/** A share of the netdisk or a video, by turns: addresses that nobody complained of before, of two platforms. */
function address(place: number): string {
  count++;
  return place % 2 === 0
    ? `链接：https://pan.baidu.com/s/1${run}${String(count).padStart(10, '0')}?pwd=60va 提取码：60va`
    : `https://www.douyin.com/video/7${String(Date.now()).slice(-9)}${String(count).padStart(9, '0')}`;
}

/** A complete complaint about new targets as JSON; with one unknown field the same body is a 422. */
export function complaintOf(targets: number, unknownField: boolean): string {
  const texts = Array.from({ length: targets }, (_, place) => address(place));
  return JSON.stringify(complaintAbout(texts, unknownField ? { unknownField: 1 } : {}));
}
