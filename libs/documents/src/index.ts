export { counterNoticeForm } from './counter-notice-form.js';
export type {
  CounterNoticeFormData,
  FormAgent,
  FormLanguage,
  FormParty,
  FormProof,
  FormProvider,
  FormRegime,
  FormSite,
  FormTarget,
  FormWork,
  NoticeFormData,
} from './form-data.js';
export type { OutlineRow, OutlineSection } from './form-outline.js';
export { noticeForm, noticeOutline } from './notice-form.js';
export { formEdition } from './sheet.js';
