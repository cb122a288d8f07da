import { WarningListEntity, WarningListWorkEntity } from './warning-list.entity.js';
import {
  AuthorizationEntity,
  AuthorizationReminderEntity,
  AuthorizationWorkEntity,
  WorkEntity,
} from './works.entity.js';

export const worksEntities = [
  WorkEntity,
  AuthorizationEntity,
  AuthorizationWorkEntity,
  AuthorizationReminderEntity,
  WarningListEntity,
  WarningListWorkEntity,
];
