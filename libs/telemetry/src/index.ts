export { createLogger, PinoLoggerService } from './logger.js';
export { createMetrics, type Metrics } from './metrics.js';
