interface Range {
  /** `text/csv`, `text/*`, `zh-cn`, `*`; in lower case. */
  name: string;
  /** 0 to 1; what is named with 0 is not wanted at all. */
  weight: number;
}

/** The ranges of an `Accept` or `Accept-Language` header, in the order of the caller (RFC 9110 §12.4.2). */
export function rangesOf(header: string | undefined): Range[] {
  const parts = (header ?? '').toLowerCase().split(',');
  return parts.map((part) => {
    const [name = '', ...parameters] = part.split(';').map((text) => text.trim());
    const weight = Number(parameters.find((text) => text.startsWith('q='))?.slice(2) ?? 1);
    return { name, weight: weight >= 0 && weight <= 1 ? weight : 1 };
  });
}

/**
 * The one of our media types that the caller wants most, by the most exact range that names it (RFC 9110 §12.5.1);
 * among equals the one named first. The first of ours for whoever says nothing, or wants none of them.
 */
export function preferred<Offer extends string>(
  header: string | undefined,
  offers: readonly [Offer, ...Offer[]],
): Offer {
  const ranges = rangesOf(header);
  const [best] = offers
    .map((offer) => {
      const names = [offer, offer.replace(/\/.*/, '/*'), '*/*'];
      const place = names.map((name) => ranges.findIndex((range) => range.name === name)).find((found) => found >= 0);
      return { offer, place: place ?? Infinity, weight: place === undefined ? 0 : ranges[place]!.weight };
    })
    .sort((one, other) => other.weight - one.weight || one.place - other.place || 0);
  return best!.weight > 0 ? best!.offer : offers[0];
}
