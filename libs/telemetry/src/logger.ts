import type { LoggerService } from '@nestjs/common';
import { type DestinationStream, pino, type Logger } from 'pino';

/** JSON logs, one line an entry; what could be a secret or personal is cut out here and nowhere else. */
export function createLogger(settings: { level: string; name: string }, destination?: DestinationStream): Logger {
  const options = {
    name: settings.name,
    level: settings.level,
    timestamp: pino.stdTimeFunctions.isoTime,
    redact: {
      paths: [
        'authorization',
        'cookie',
        'password',
        'token',
        'secret',
        'key',
        'refreshToken',
        'accessToken',
        'accessKeyId',
        'secretAccessKey',
        'installationSecret',
        'body',
      ].flatMap((name) => [name, `*.${name}`, `*.*.${name}`]),
      censor: '[redacted]',
    },
    serializers: { failure: withoutValues, err: withoutValues },
  };
  return destination ? pino(options, destination) : pino(options);
}

/** A statement that failed carries what it was given, and the row that it hurt: names, contacts, hashes. */
function withoutValues(failure: unknown): unknown {
  if (!(failure instanceof Error)) return failure;
  const { parameters: _values, detail: _row, driverError: _again, ...told } = pino.stdSerializers.err(failure);
  return told;
}

/** Nest speaks through the same logger: `log.warn({ requestId }, 'what happened')` or plain texts. */
export class PinoLoggerService implements LoggerService {
  constructor(private readonly logger: Logger) {}

  log = (message: unknown, ...rest: unknown[]) => this.write('info', message, rest);
  error = (message: unknown, ...rest: unknown[]) => this.write('error', message, rest);
  warn = (message: unknown, ...rest: unknown[]) => this.write('warn', message, rest);
  debug = (message: unknown, ...rest: unknown[]) => this.write('debug', message, rest);
  verbose = (message: unknown, ...rest: unknown[]) => this.write('trace', message, rest);
  fatal = (message: unknown, ...rest: unknown[]) => this.write('fatal', message, rest);

  /** Nest passes the context as the last text, for errors a stack before it. */
  private write(
    level: 'info' | 'error' | 'warn' | 'debug' | 'trace' | 'fatal',
    message: unknown,
    rest: unknown[],
  ): void {
    const texts = rest.filter((part): part is string => typeof part === 'string');
    const context = texts.at(-1);
    if (typeof message === 'object' && message !== null) {
      const fields = message instanceof Error ? { failure: message } : message;
      this.logger[level]({ context, ...fields }, texts.length > 1 ? texts[0] : '');
    } else {
      this.logger[level]({ context, ...(texts.length > 1 && { detail: texts[0] }) }, String(message));
    }
  }
}
