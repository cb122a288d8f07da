export { canonicalJson, sha256Hex } from './canonical-json.js';
export {
  type Configuration,
  keyFor,
  type OidcSettings,
  readConfiguration,
  type S3Settings,
  wellKnownDemoPassword,
} from './configuration.js';
export { isUuid, newId } from './ids.js';
export { addMilliseconds, instant, year } from './instants.js';
export { Problem, type FieldError, type ProblemDetails } from './problem.js';
export { problemCatalogue, type ProblemCode, type ProblemKind } from './problem-catalogue.js';
export { chunk, groupBy, unique } from './collections.js';
export { type QuotaName, quotas, type QuotaSizes } from './quotas.js';
export { seal, unseal } from './seal.js';
export { nextSpan, type Trace } from './trace.js';
