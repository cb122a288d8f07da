import { ConfigProvider } from 'antd';
import en from 'antd/locale/en_US';
import zh from 'antd/locale/zh_CN';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { currentLanguage } from '../words/language.js';

/** Ant Design with its styles from a file: the content security policy lets nobody write styles into the page. */
export function Theme({ children }: { children: ReactNode }) {
  useTranslation();
  return (
    <ConfigProvider
      locale={currentLanguage() === 'en' ? en : zh}
      theme={{ zeroRuntime: true, hashed: false }}
      button={{ autoInsertSpace: false }}
    >
      {children}
    </ConfigProvider>
  );
}
