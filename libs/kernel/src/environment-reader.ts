import { type QuotaName, quotas, type QuotaSizes } from './quotas.js';

export type Environment = Readonly<Record<string, string | undefined>>;

/** Reads variables one by one and collects what is wrong with them, so that all is told at once. */
export class EnvironmentReader {
  constructor(
    private readonly environment: Environment,
    private readonly faults: string[],
  ) {}

  text(name: string): string | undefined {
    return this.environment[name]?.trim() || undefined;
  }

  missing(name: string): string {
    this.faults.push(`${name} is not set.`);
    return '';
  }

  list(name: string): string[] {
    return (this.text(name) ?? '')
      .split(',')
      .map((part) => part.trim())
      .filter(Boolean);
  }

  secret(name: string, length: number): string {
    const value = this.text(name);
    if (value === undefined) return this.missing(name);
    if (value.length < length)
      this.faults.push(`${name} is too short: at least ${length} characters, e.g. from "openssl rand -hex 32".`);
    return value;
  }

  objectIdentifier(name: string): string | undefined {
    const value = this.text(name);
    if (value !== undefined && !/^[0-2](\.(0|[1-9]\d*))+$/.test(value))
      this.faults.push(`${name}=${value} is not an object identifier, e.g. 1.3.6.1.4.1.13762.3.`);
    return value;
  }

  whole(name: string, otherwise: number, least: number, most: number): number {
    const value = this.text(name);
    if (value === undefined) return otherwise;
    const number = Number(value);
    if (Number.isInteger(number) && number >= least && number <= most) return number;
    this.faults.push(`${name}=${value} is not a whole number from ${least} to ${most}.`);
    return otherwise;
  }

  /** `off` is null; otherwise the quotas of the house, with other numbers for those that are named. */
  quotaSizes(name: string): QuotaSizes | null {
    if (this.text(name) === 'off') return null;
    const sizes: Record<string, number> = Object.fromEntries(
      Object.entries(quotas).map(([quota, { requests }]) => [quota, requests]),
    );
    for (const part of this.list(name)) {
      const [, quota, number] = /^(\w+)=([1-9]\d{0,8})$/.exec(part) ?? [];
      if (quota !== undefined && Object.hasOwn(quotas, quota)) sizes[quota] = Number(number);
      else
        this.faults.push(
          `${name}: "${part}" is neither off nor one of ${Object.keys(quotas).join(', ')} with =number.`,
        );
    }
    return sizes as Record<QuotaName, number>;
  }

  flag(name: string, otherwise: boolean): boolean {
    const value = this.oneOf(name, ['true', 'false'], String(otherwise) as 'true' | 'false');
    return value === 'true';
  }

  oneOf<T extends string>(name: string, values: readonly T[], otherwise: T): T {
    const value = this.text(name);
    if (value === undefined) return otherwise;
    if ((values as readonly string[]).includes(value)) return value as T;
    this.faults.push(`${name}=${value} is not one of ${values.join(', ')}.`);
    return otherwise;
  }

  url(name: string, protocols: string[]): string | undefined {
    const value = this.text(name);
    if (value === undefined) return undefined;
    if (URL.canParse(value) && protocols.includes(new URL(value).protocol)) return value;
    this.faults.push(`${name} is not an address that begins with ${protocols.map((p) => `${p}//`).join(' or ')}.`);
    return value;
  }
}
