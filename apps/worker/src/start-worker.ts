import type { INestApplicationContext } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import type { Configuration } from '#kernel';
import { createLogger, PinoLoggerService } from '#telemetry';
import { WorkerModule } from './worker.module.js';

/** Starts the worker in this process; `close()` finishes what it holds. */
export function startWorker(configuration: Configuration): Promise<INestApplicationContext> {
  const logger = new PinoLoggerService(createLogger({ level: configuration.logLevel, name: 'worker' }));
  return NestFactory.createApplicationContext(WorkerModule.with(configuration), { logger, abortOnError: false }).then(
    async (context) => context.init(),
  );
}
