import { Inject, Module, type OnModuleDestroy, type OnModuleInit } from '@nestjs/common';
import { clearIncoming, type ObjectStore, openObjectStore } from '#evidence';
import type { Configuration } from '#kernel';
import { CONFIGURATION } from '../http/configuration.js';
import { FilesController } from './files.controller.js';
import { NoticeFilesController } from './notice-files.controller.js';
import { OBJECT_STORE } from './tokens.js';

/** Needs `Commands`, `DataSource` and the configuration from the application's module. */
@Module({
  controllers: [FilesController, NoticeFilesController],
  providers: [
    {
      provide: OBJECT_STORE,
      inject: [CONFIGURATION],
      useFactory: (configuration: Configuration) => openObjectStore(configuration),
    },
  ],
  exports: [OBJECT_STORE],
})
export class FilesApiModule implements OnModuleInit, OnModuleDestroy {
  constructor(
    @Inject(CONFIGURATION) private readonly configuration: Configuration,
    @Inject(OBJECT_STORE) private readonly store: ObjectStore,
  ) {}

  onModuleInit(): Promise<void> {
    return clearIncoming(this.configuration.evidenceFolder);
  }

  onModuleDestroy(): void {
    this.store.close();
  }
}
