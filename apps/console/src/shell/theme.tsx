import { ConfigProvider } from 'antd';
import en from 'antd/locale/en_US';
import zh from 'antd/locale/zh_CN';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { currentLanguage } from '../words/language.js';

/** What the server put on this answer: styles that carry it may be written into the page, nobody else's. */
const nonce = document.querySelector<HTMLMetaElement>('meta[property="csp-nonce"]')?.nonce;

/** The letters of tags, dark enough to be read on their own ground (4.5 : 1). */
const letters = {
  'gold-7': '#7a4d00',
  gold7: '#7a4d00',
  'green-7': '#1d6b1f',
  green7: '#1d6b1f',
  'red-7': '#a8071a',
  red7: '#a8071a',
  'volcano-7': '#a3270b',
  volcano7: '#a3270b',
  'orange-7': '#873800',
  orange7: '#873800',
  'blue-7': '#0b4da2',
  blue7: '#0b4da2',
  'purple-7': '#531dab',
  purple7: '#531dab',
  'cyan-7': '#006d75',
  cyan7: '#006d75',
};

/** Ant Design in our colours and language. */
export function Theme({ children }: { children: ReactNode }) {
  useTranslation();
  return (
    <ConfigProvider
      locale={currentLanguage() === 'en' ? en : zh}
      csp={{ nonce }}
      theme={{
        hashed: false,
        token: {
          // whoever asked their machine for stillness gets it
          motion: !matchMedia('(prefers-reduced-motion: reduce)').matches,
          colorPrimary: '#1f4fa3',
          // at least 3 : 1 against the text around it, 4.5 : 1 against every ground
          colorLink: '#2460c8',
          colorError: '#c9281c',
          ...letters,
          colorTextDescription: '#475467',
          colorTextPlaceholder: '#667085',
          borderRadius: 6,
          fontFamily: 'var(--face)',
        },
      }}
      button={{ autoInsertSpace: false }}
    >
      {children}
    </ConfigProvider>
  );
}
