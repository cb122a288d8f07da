import { message } from 'antd';
import { createContext, type ReactNode, useContext } from 'react';

type Toast = ReturnType<typeof message.useMessage>[0];

const ToastContext = createContext<Toast | null>(null);

/** Where a short word about something done appears, at the top of every page of the frame. */
export function ToastPlace({ children }: { children: ReactNode }) {
  const [toast, place] = message.useMessage({ maxCount: 3 });
  return (
    <ToastContext value={toast}>
      {place}
      {children}
    </ToastContext>
  );
}

/** `useToast().success('已保存')`. */
export function useToast(): Toast {
  const toast = useContext(ToastContext);
  if (!toast) throw new Error('only within the frame');
  return toast;
}
