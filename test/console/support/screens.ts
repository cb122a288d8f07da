import type { DemoAccount } from '../../support/app.js';
import type { Matter } from './matter.js';

export interface Screen {
  /** Of its picture. */
  name: string;
  /** Null: nobody is signed in. */
  as: DemoAccount | null;
  path: string | ((matter: Matter) => string);
  /** What it shows is that there is nothing: the browser notes the answer 404. */
  isNotFound?: true;
}

/** Every screen of the console, seen by those who have it; a route that no screen shows fails a test. */
export const screens: readonly Screen[] = [
  { name: 'sign-in', as: null, path: '/sign-in' },
  { name: 'register', as: null, path: '/register' },
  { name: 'workbench', as: 'rights', path: '/workbench' },
  { name: 'workbench-of-platform', as: 'platform', path: '/workbench' },
  { name: 'workbench-of-regulator', as: 'regulator', path: '/workbench' },
  { name: 'workbench-of-operator', as: 'operator', path: '/workbench' },
  { name: 'workbench-of-partner', as: 'partner', path: '/workbench' },
  { name: 'about', as: null, path: '/about' },
  { name: 'deadline-calculator', as: null, path: '/tools/deadline' },
  { name: 'receipt-verification', as: null, path: '/tools/receipt' },
  { name: 'where-would-it-go', as: null, path: '/tools/where' },
  { name: 'file', as: 'rights', path: '/file' },
  { name: 'file-done', as: 'rights', path: ({ complaint }) => `/file/done/${complaint}` },
  { name: 'complaints', as: 'rights', path: '/complaints' },
  { name: 'complaint-drafts', as: 'rights', path: '/complaint-drafts' },
  { name: 'complaint-drafts-nothing', as: 'partner', path: '/complaint-drafts' },
  { name: 'file-from-draft', as: 'rights', path: ({ complaintDraft }) => `/file?draft=${complaintDraft}` },
  { name: 'complaint', as: 'rights', path: ({ complaint }) => `/complaints/${complaint}` },
  { name: 'complaint-deficient', as: 'rights', path: ({ deficientComplaint }) => `/complaints/${deficientComplaint}` },
  { name: 'notices-of-complainant', as: 'rights', path: '/notices' },
  { name: 'notice-of-complainant', as: 'rights', path: ({ notice }) => `/notices/${notice}` },
  { name: 'notice-overdue', as: 'rights', path: ({ breachedNotice }) => `/notices/${breachedNotice}` },
  { name: 'notice-of-500-items', as: 'rights', path: ({ hugeNotice }) => `/notices/${hugeNotice}` },
  { name: 'notice-of-platform', as: 'platform', path: ({ notice }) => `/notices/${notice}` },
  { name: 'inbox', as: 'platform', path: '/inbox' },
  { name: 'inbox-open', as: 'platform', path: ({ notice }) => `/inbox/${notice}` },
  { name: 'inbox-500-items', as: 'platform', path: ({ hugeNotice }) => `/inbox/${hugeNotice}` },
  { name: 'inbox-nothing', as: 'platform2', path: '/inbox?assignee=me' },
  { name: 'counter-notices', as: 'rights', path: '/counter-notices' },
  { name: 'counter-notice', as: 'rights', path: ({ counterNotice }) => `/counter-notices/${counterNotice}` },
  {
    name: 'counter-notice-waiting',
    as: 'rights',
    path: ({ waitingCounterNotice }) => `/counter-notices/${waitingCounterNotice}`,
  },
  { name: 'counter-notices-of-platform', as: 'platform', path: '/counter-notices' },
  {
    name: 'counter-notice-of-platform',
    as: 'platform',
    path: ({ counterNotice }) => `/counter-notices/${counterNotice}`,
  },
  { name: 'templates', as: 'platform', path: '/templates' },
  { name: 'escalations', as: 'regulator', path: '/escalations' },
  { name: 'escalation', as: 'regulator', path: ({ escalation }) => `/escalations/${escalation}` },
  { name: 'escalations-nothing', as: 'national', path: '/escalations' },
  { name: 'vault', as: 'rights', path: '/vault' },
  { name: 'authorizations', as: 'rights', path: '/vault/authorizations' },
  { name: 'authorization', as: 'partner', path: ({ authorization }) => `/vault/authorizations/${authorization}` },
  { name: 'warning-lists', as: 'rights', path: '/vault/warning-lists' },
  { name: 'warning-list', as: 'platform', path: ({ warningList }) => `/vault/warning-lists/${warningList}` },
  { name: 'documents', as: 'rights', path: '/documents' },
  { name: 'directory', as: 'operator', path: '/directory' },
  { name: 'unrouted', as: 'operator', path: '/unrouted' },
  { name: 'calendars', as: 'operator', path: '/calendars' },
  { name: 'rules', as: 'operator', path: '/rules' },
  { name: 'mail-outgoing', as: 'operator', path: '/mail/outgoing' },
  { name: 'mail-incoming', as: 'operator', path: '/mail/incoming' },
  { name: 'mail-message', as: 'operator', path: ({ message }) => `/mail/incoming/${message}` },
  { name: 'dead-letters', as: 'operator', path: '/dead-letters' },
  { name: 'health', as: 'operator', path: '/health' },
  { name: 'sandbox', as: 'operator', path: '/sandbox' },
  { name: 'webhooks', as: 'platform', path: '/webhooks' },
  { name: 'webhook', as: 'platform', path: ({ endpoint }) => `/webhooks/${endpoint}` },
  { name: 'webhooks-nothing', as: 'platform3', path: '/webhooks' },
  { name: 'members', as: 'platform', path: '/members' },
  { name: 'keys', as: 'platform', path: '/keys' },
  { name: 'key-requests', as: 'platform', path: ({ apiKey }) => `/keys/${apiKey}/requests` },
  { name: 'key-requests-nothing', as: 'platform', path: ({ unusedApiKey }) => `/keys/${unusedApiKey}/requests` },
  { name: 'organization', as: 'rights', path: '/organization' },
  { name: 'organization-long-name', as: 'partner', path: '/organization' },
  { name: 'security', as: 'rights', path: '/security' },
  { name: 'not-found', as: 'rights', path: '/nowhere', isNotFound: true },
  { name: 'notice-not-found', as: 'rights', path: '/notices/01a2134f-2979-7362-9c62-a15be82c9d4e', isNotFound: true },
];

export const pathOf = ({ path }: Screen, matter: Matter): string => (typeof path === 'string' ? path : path(matter));
