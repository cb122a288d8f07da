import { cnCivil } from './regimes/cn-civil.js';
import { cnEcl } from './regimes/cn-ecl.js';
import { cnReg468 } from './regimes/cn-reg468.js';
import { euDsa } from './regimes/eu-dsa.js';
import { type Regime, type RegimeId, regimeIds } from './regimes/regime.js';
import { usDmca } from './regimes/us-dmca.js';
import { rowsOfLaw } from './rows-of-law.js';
import type { Right, ServiceType } from './vocabulary.js';

/** Every regime in every version, in the order of `regimeIds`. A later version is one more row. */
export const regimeHistory: readonly Regime[] = [cnReg468, cnEcl, cnCivil, usDmca, euDsa];

const rows = rowsOfLaw(regimeHistory);

/** The regimes as they are in force now. */
export const regimes = Object.fromEntries(regimeIds.map((id) => [id, regimeOf(id)])) as Readonly<
  Record<RegimeId, Regime>
>;

/**
 * The regime that a notice is pinned to; without a version the one in force.
 * @throws Error where no release ever had that version
 */
export function regimeOf(id: RegimeId, version?: number): Regime {
  const found = rows.find(id, version);
  if (!found) throw new Error(`There is no version ${version} of the regime ${id}`);
  return found;
}

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
  const special = rows.current.find(({ applicability: { takesOver } }) => {
    if (!takesOver?.from.includes(own.id)) return false;
    return takesOver.serviceTypes.includes(platform.serviceType) && takesOver.contentTypes.includes(contentType);
  });
  if (special) return special;
  if (!right || own.applicability.rights.includes(right)) return own;
  return rows.current.find(({ applicability: { catchesAll } }) => catchesAll?.from.includes(own.id)) ?? own;
}
