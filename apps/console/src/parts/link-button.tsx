import { Button } from 'antd';
import type { ComponentProps } from 'react';
import { useNavigate } from 'react-router';

/** A page of the console behind a button's face: a plain click stays in this page, others open as the browser does. */
export function LinkButton({ to, ...face }: { to: string } & Omit<ComponentProps<typeof Button>, 'href' | 'onClick'>) {
  const navigate = useNavigate();
  return (
    <Button
      {...face}
      href={to}
      onClick={(event) => {
        if (event.ctrlKey || event.metaKey || event.shiftKey) return;
        event.preventDefault();
        void navigate(to);
      }}
    />
  );
}
