import { faulty, type IdentifierReading, misshapen, sound } from './reading.js';

const dashes = /[\p{Pd}−]/gu;
const spelled = (typed: string) => typed.normalize('NFKC').replace(/\s+/g, '').replace(dashes, '-').toUpperCase();

/**
 * 作品登记号 (国作登字-2025-I-00012345, of a province 粤作登字-2019-F-00000123), or a 软件著作权登记号. What is of another
 * country or of an older form is kept with a warning; what has the name of the Chinese form must have its shape too.
 */
export function readRegistrationNumber(typed: string): IdentifierReading {
  const text = spelled(typed);
  if (/作登字/.test(text)) return readWorkRegistration(text);
  if (/^\d{4}SR|软著登字/.test(text)) return readSoftwareRegistration(text);
  const kept = typed.normalize('NFKC').trim().replace(/\s+/g, ' ');
  const zh = '无法识别该登记号的格式，已按原样保存，请核对';
  const reading = faulty(
    kept,
    'unknown_form',
    zh,
    'This form of registration number is not known; it is kept as typed',
  );
  return { ...reading, isWarning: true };
}

function readWorkRegistration(text: string): IdentifierReading {
  const parts = /^(\p{Script=Han})作登字:?第?-?(\d{4})-?([A-Z])-?(\d{8})号?$/u.exec(text);
  if (!parts) return misshapen('作品登记号', text, '国作登字-2025-I-00012345');
  return sound(`${parts[1]}作登字-${parts[2]}-${parts[3]}-${parts[4]}`);
}

/** 软件著作权登记号 2019SR0123456, or the number of its certificate, 软著登字第1234567号. */
export function readSoftwareRegistration(typed: string): IdentifierReading {
  const text = spelled(typed);
  const certificate = /^软著登字第?(\d{6,8})号?$/.exec(text);
  if (certificate) return sound(`软著登字第${certificate[1]}号`);
  const number = /^(?:登记号:?)?(\d{4}SR\d{6,7})$/.exec(text);
  return number ? sound(number[1]!) : misshapen('软件著作权登记号', typed, '2019SR0123456');
}

/** DCI (数字版权唯一标识): opaque; spaces and width are all that is mended. */
export function readDci(typed: string): IdentifierReading {
  const text = spelled(typed);
  return /^[\x21-\x7e\p{Script=Han}]{6,64}$/u.test(text) ? sound(text) : misshapen('DCI', typed, 'DCI2024000000001');
}
