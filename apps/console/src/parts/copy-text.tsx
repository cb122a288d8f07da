import { CheckOutlined, CopyOutlined } from '@ant-design/icons';
import { Button } from 'antd';
import { useState } from 'react';
import { words } from '../shell/words.js';

/** A button that puts a text into the clipboard and says so. */
export function CopyText({ text, label }: { text: string; label?: string }) {
  const say = words.use();
  const [isCopied, setCopied] = useState(false);
  // plain http on a network has no clipboard: the text is there to be marked by hand
  if (!navigator.clipboard) return null;
  const copy = async () => {
    await navigator.clipboard.writeText(text);
    setCopied(true);
    window.setTimeout(() => setCopied(false), 2000);
  };
  return (
    <Button
      size="small"
      type={label ? 'default' : 'text'}
      icon={isCopied ? <CheckOutlined /> : <CopyOutlined />}
      aria-label={label ? undefined : say(isCopied ? 'copied' : 'copy')}
      onClick={() => void copy()}
    >
      {label && (isCopied ? say('copied') : label)}
    </Button>
  );
}
