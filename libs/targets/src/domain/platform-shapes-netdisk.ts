import type { ShapeRow } from './shape.js';

/** Shares of netdisks. The access code in the address is evidence, not identity. */
export const NETDISK_SHAPES: Record<string, readonly ShapeRow[]> = {
  'baidu-pan': [
    // `surl` leaves out the leading 1 that the short form writes.
    ['share', '/share|wap|disk/*?surl={id:token}&pwd={code:word}?', { id: '1{id}' }],
    ['share', '/s/{id:token}?pwd={code:word}?'],
    ['share', '/e/{id:token}?pwd={code:word}?'],
    ['share', '/share/link?shareid={id:digits}&uk={account:digits}', { id: '{account}/{id}' }],
    ['share', '/?shareid={id:digits}&uk={account:digits}', { id: '{account}/{id}' }],
    ['account', '/share/home?uk={id:digits}'],
    ['account', '/inbox|pcloud/home?uk={id:digits}'],
  ],
  aliyundrive: [
    ['share', '/s|t/{id:word}?pwd={code:word}?'],
    ['share', '/*/s|t/{id:word}?pwd={code:word}?'],
  ],
  'quark-pan': [
    ['share', '/s|g/{id:word}?pwd|passcode={code:word}?'],
    ['share', '?pwd_id={id:word}&passcode={code:word}?'],
  ],
  xunlei: [
    ['share', '/s/{id:token}?pwd|pass_code={code:word}?'],
    ['share', '?share_id={id:token}&pwd|pass_code={code:word}?'],
  ],
  tianyi: [
    ['share', '/t/{id:word}?pwd|accesscode={code:word}?'],
    ['share', '/web/share?code|sharecode={id:word}&pwd|accesscode={code:word}?'],
    ['share', '?sharecode={id:word}&pwd|accesscode={code:word}?'],
  ],
  lanzou: [
    ['account', '/u/{id:token}'],
    ['share', '/tp|s|dc/{id:token}?pwd|p={code:word}?'],
    ['share', '/{id:shop:4}$?pwd|p={code:word}?'],
  ],
  pan115: [
    ['share', '/s/{id:word}?password|pwd={code:word}?'],
    ['share', '/lb/{id:word}?password|pwd={code:word}?'],
    ['share', '/file/{id:word}'],
    ['share', '?share_code={id:word}&receive_code={code:word}?'],
    ['account', '/home/{id:digits}'],
  ],
};
