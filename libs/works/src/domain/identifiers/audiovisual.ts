import { mod3736 } from './check-characters.js';
import { checked, compact, type IdentifierReading, inFours, misshapen } from './reading.js';

const isanShape = /^([0-9A-F]{16})([0-9A-Z])?(?:([0-9A-F]{8})([0-9A-Z]))?$/;
const isanWithoutChecks = /^([0-9A-F]{16})([0-9A-F]{8})$/;

/**
 * ISAN (ISO 15706): 16 hexadecimal digits of work and episode, 8 of the version, each part closed by a check character
 * (mod 37,36; the second over both). Typed without check characters it gets them.
 */
export function readIsan(typed: string): IdentifierReading {
  const text = compact(typed).replace(/^ISAN:?/, '');
  const [, root, check, version, versionCheck] = splitIsan(text);
  if (!root) return misshapen('ISAN', typed, '0000-0000-D07A-0090-Q-0000-0000-X');
  const wanted = [mod3736(root), ...(version ? [mod3736(root + version)] : [])];
  const tail = version ? `-${inFours(version)}-${versionCheck ?? wanted[1]}` : '';
  const isRight = (check ?? wanted[0]) === wanted[0] && (versionCheck ?? wanted[1]) === wanted[1];
  return checked('ISAN', `${inFours(root)}-${check ?? wanted[0]}${tail}`, isRight);
}

function splitIsan(text: string): Array<string | undefined> {
  const bare = isanWithoutChecks.exec(text);
  if (bare) return [text, bare[1], undefined, bare[2]];
  const parts = isanShape.exec(text);
  // a version without the check character before it is no spelling that anybody uses
  return parts && !(parts[3] && !parts[2]) ? [...parts] : [];
}

/** EIDR (ISO 26324 with prefix 10.5240): 20 hexadecimal digits and a check character (mod 37,36). */
export function readEidr(typed: string): IdentifierReading {
  const text = typed.normalize('NFKC').trim().toUpperCase();
  const suffix = /^(?:EIDR:|DOI:|HTTPS?:\/\/(?:DX\.)?DOI\.ORG\/)?\s*10\.5240\/([0-9A-Z-]+)$/.exec(text)?.[1];
  const code = compact(suffix ?? '');
  if (!/^[0-9A-F]{20}[0-9A-Z]$/.test(code)) return misshapen('EIDR', typed, '10.5240/EA73-79D7-1B2B-B378-3A73-M');
  const [number, check] = [code.slice(0, 20), code[20]!];
  return checked('EIDR', `10.5240/${inFours(number)}-${check}`, mod3736(number) === check);
}
