/** 统一社会信用代码: 18 characters without I O S V Z (GB 32100). */
const creditCodeAlphabet = '0123456789ABCDEFGHJKLMNPQRTUWXY';
const creditCodePattern = /^[0-9A-HJ-NPQRTUWXY]{18}$/;

/** One spelling of a 统一社会信用代码; null where the text has not its shape. */
export function normalizeCreditCode(text: string): string | null {
  const code = compact(text);
  return creditCodePattern.test(code) ? code : null;
}

/** Whether the last character is the right check character. Some early codes are legal and fail: a reason to warn, not to refuse. */
export function hasCreditCodeChecksum(code: string): boolean {
  let sum = 0;
  let weight = 1;
  for (const character of code.slice(0, 17)) {
    sum += creditCodeAlphabet.indexOf(character) * weight;
    weight = (weight * 3) % 31;
  }
  return creditCodeAlphabet[(31 - (sum % 31)) % 31] === code[17];
}

const icpFiling = /^(\p{Script=Han})ICP([备證证])(\d{6,10})号?(?:-(\d{1,4}))?$/u;
const telecomLicence = /^(\p{Script=Han})([AB][12])-?(\d{8})号?(?:-(\d{1,4}))?$/u;

/**
 * One spelling of an ICP 备案号 (京ICP备10046444号-9) or telecom licence number (粤B2-20090059): full width folded,
 * spaces dropped, a missing 号 put in. Null where the text is neither.
 */
export function normalizeIcpNumber(text: string): string | null {
  const typed = compact(text).replace(/[‐-―−]/g, '-');
  const filing = icpFiling.exec(typed);
  if (filing) return `${filing[1]}ICP${filing[2] === '證' ? '证' : filing[2]}${filing[3]}号${site(filing[4])}`;
  const licence = telecomLicence.exec(typed);
  return licence ? `${licence[1]}${licence[2]}-${licence[3]}${site(licence[4])}` : null;
}

function site(number: string | undefined): string {
  return number ? `-${number}` : '';
}

function compact(text: string): string {
  return text.normalize('NFKC').replace(/\s+/g, '').toUpperCase();
}
