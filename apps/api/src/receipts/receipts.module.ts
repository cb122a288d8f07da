import { Module } from '@nestjs/common';
import { ReceiptsController } from './receipts.controller.js';
import { RecordController } from './record.controller.js';

/** Trust in the record: receipts, and the heads of the log. Needs `DataSource` and the configuration. */
@Module({ controllers: [ReceiptsController, RecordController] })
export class ReceiptsApiModule {}
