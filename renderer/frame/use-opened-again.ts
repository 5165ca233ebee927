/**
 * Whether this window was opened again after its page had died: the host says so in the address. It is told until somebody has
 * unlocked the keyboard, and then forgotten.
 */
import { useEffect, useState } from 'react';

export function useOpenedAgain(isUnlocked: boolean): boolean {
  const [isAgain, setAgain] = useState(location.search === '?again');
  useEffect(() => {
    if (!isAgain || !isUnlocked) return;
    setAgain(false);
    history.replaceState(history.state, '', `/${location.hash}`);
  }, [isAgain, isUnlocked]);
  return isAgain;
}
