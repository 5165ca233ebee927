/**
 * Doing: one question that changes something. While it runs it cannot be asked again; its refusal stays until the next try. Acts go
 * through `usePerform`, which gives every click a key of its own, so that a click repeated by a stuck window gets its first answer.
 */
import { useCallback, useRef, useState } from 'react';
import type { Answers, AskName, Fields } from '../../core/contract/contract.ts';
import type { Command } from '../../core/decide.ts';
import type { Refusal, Result } from '../../core/result.ts';
import { ask } from './ask.ts';

export interface Deed<Name extends AskName> {
  /** Answers undefined while the last one still runs. */
  do(fields: Fields<Name>): Promise<Result<Answers[Name]> | undefined>;
  readonly isBusy: boolean;
  readonly refusal?: Refusal;
  forget(): void;
}

export function useDeed<Name extends AskName>(name: Name): Deed<Name> {
  const [isBusy, setBusy] = useState(false);
  const [refusal, setRefusal] = useState<Refusal>();
  const running = useRef(false);
  const run = useCallback(
    async (fields: Fields<Name>) => {
      if (running.current) return undefined;
      running.current = true;
      setBusy(true);
      try {
        const answer = await ask(name, fields);
        setRefusal(answer.ok ? undefined : answer.refusal);
        return answer;
      } finally {
        running.current = false;
        setBusy(false);
      }
    },
    [name],
  );
  const forget = useCallback(() => setRefusal(undefined), []);
  return { do: run, isBusy, forget, ...(refusal === undefined ? {} : { refusal }) };
}

export interface Performing {
  /** True when the acts were appended. */
  perform(...commands: readonly Command[]): Promise<boolean>;
  readonly isBusy: boolean;
  readonly refusal?: Refusal;
  forget(): void;
}

export function usePerform(): Performing {
  const { do: run, ...deed } = useDeed('perform');
  const perform = useCallback(
    async (...commands: readonly Command[]) => {
      const answer = await run({ id: crypto.randomUUID(), commands: [...commands] });
      return answer?.ok === true;
    },
    [run],
  );
  return { ...deed, perform };
}
