import { Ajv2020, type ErrorObject } from 'ajv/dist/2020.js';
import ajvFormats from 'ajv-formats';
import type { FieldError } from '#kernel';
import type { XarfReport } from './xarf-report.js';
import { xarfCopyrightSchema } from './xarf-schema.js';

const ajv = new Ajv2020({ allErrors: false, strict: false });
ajvFormats.default(ajv, ['date-time', 'email', 'hostname', 'uri', 'uuid']);
const validate = ajv.compile<XarfReport>(xarfCopyrightSchema);

/** The first fault of a report by the schema, or none. */
export function faultOfXarf(report: unknown, pointer: string): FieldError | null {
  if (validate(report)) return null;
  const [error] = validate.errors!;
  return {
    pointer: `${pointer}${error!.instancePath}${memberOf(error!)}`,
    code: codeOf(error!),
    detail: saying(error!),
  };
}

const memberOf = ({ keyword, params }: ErrorObject): string => {
  const name: unknown = keyword === 'required' ? params['missingProperty'] : params['additionalProperty'];
  return typeof name === 'string' ? `/${name.replaceAll('~', '~0').replaceAll('/', '~1')}` : '';
};

const codeOf = ({ keyword }: ErrorObject) => keyword.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);

function saying({ keyword, params, message, instancePath }: ErrorObject): string {
  if (keyword === 'const' && instancePath === '/category') {
    return 'Only reports of the category copyright become complaints.';
  }
  if (keyword === 'enum') return `It must be one of ${(params['allowedValues'] as unknown[]).join(', ')}.`;
  return `XARF v4: ${message}.`;
}
