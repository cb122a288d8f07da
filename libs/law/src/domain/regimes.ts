import { cnCivil } from './regimes/cn-civil.js';
import { cnEcl } from './regimes/cn-ecl.js';
import { cnReg468 } from './regimes/cn-reg468.js';
import { euDsa } from './regimes/eu-dsa.js';
import { type Regime, type RegimeId, regimeIds } from './regimes/regime.js';
import { usDmca } from './regimes/us-dmca.js';
import type { Right, ServiceType } from './vocabulary.js';

/** The regimes as they are in force now. */
export const regimes: Readonly<Record<RegimeId, Regime>> = {
  'cn.reg468': cnReg468,
  'cn.ecl': cnEcl,
  'cn.civil': cnCivil,
  'us.dmca': usDmca,
  'eu.dsa': euDsa,
};

/**
 * The regime of a notice (domain.md §2.4), read off what each law says of itself: goods on a Chinese e-commerce platform
 * fall under the E-Commerce Law, a right that the platform's own regime does not cover under the Civil Code, all else
 * under the platform's own setting.
 */
export function regimeFor(
  platform: { regime: RegimeId; serviceType: ServiceType },
  contentType: string,
  right?: Right | null,
): Regime {
  const own = regimes[platform.regime];
  const all = regimeIds.map((id) => regimes[id]);
  const special = all.find(({ applicability: { takesOver } }) => {
    if (!takesOver?.from.includes(own.id)) return false;
    return takesOver.serviceTypes.includes(platform.serviceType) && takesOver.contentTypes.includes(contentType);
  });
  if (special) return special;
  if (!right || own.applicability.rights.includes(right)) return own;
  return all.find(({ applicability: { catchesAll } }) => catchesAll?.from.includes(own.id)) ?? own;
}
