/** When a form is done with and another one waits: Enter goes there, and the keyboard is already on it. */
import type { ReactNode } from 'react';
import { Button } from './Button.tsx';
import { focusOn } from './focus-on.ts';

export interface OnToNextProps {
  readonly next: string | undefined;
  readonly onGo: (next: string) => void;
  readonly children: ReactNode;
}

export function OnToNext({ next, onGo, children }: OnToNextProps) {
  return next === undefined ? null : (
    <Button keys="Enter" look="main" ref={focusOn} onPress={() => onGo(next)}>
      {children}
    </Button>
  );
}
