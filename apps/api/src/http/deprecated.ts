import { applyDecorators, Header } from '@nestjs/common';
import { ApiOperation } from '@nestjs/swagger';

export interface Deprecation {
  /** Since when a better way is there: a day, e.g. `2027-03-01`. */
  since: string;
  /** From when it may answer no more; not earlier than docs/versioning.md promises. */
  sunset: string;
  /** The address of what takes its place. */
  successor: string;
}

const atMidnight = (day: string) => new Date(`${day}T00:00:00Z`);

/**
 * An operation that is superseded and still answers. Every answer says since when (RFC 9745), until when (RFC 8594) and
 * what to call instead; so does the OpenAPI document.
 */
export const Deprecated = ({ since, sunset, successor }: Deprecation) =>
  applyDecorators(
    sayDeprecated,
    Header('Deprecation', `@${atMidnight(since).getTime() / 1000}`),
    Header('Sunset', atMidnight(sunset).toUTCString()),
    Header('Link', `<${successor}>; rel="successor-version", </docs>; rel="deprecation"; type="text/html"`),
  );

/** Beside what `ApiOperation` said already, which it would otherwise say anew: whichever of the two stands above. */
const sayDeprecated: MethodDecorator = (target, name, descriptor) => {
  const said = (Reflect.getMetadata('swagger/apiOperation', descriptor.value as object) ?? {}) as object;
  return ApiOperation({ ...said, deprecated: true })(target, name, descriptor);
};
