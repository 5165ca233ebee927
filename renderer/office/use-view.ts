/**
 * Reading: a view is asked for when a room is shown, and again whenever the office says that something changed. The last answer stays
 * on the screen until the new one is there, so that nothing jumps.
 */
import { keepPreviousData, QueryClient, useQuery } from '@tanstack/react-query';
import type { Answers, AskName, Fields } from '../../core/contract/contract.ts';
import type { Refusal } from '../../core/result.ts';
import { ask, onChanged } from './ask.ts';

export interface View<T> {
  readonly value?: T;
  readonly refusal?: Refusal;
  /** Asked for the first time, and not answered yet. */
  readonly isComing: boolean;
}

/** A view that is not on screen is forgotten at once: nobody enters a room as it was, or as somebody else saw it. */
export const queries = new QueryClient({
  defaultOptions: {
    queries: { retry: false, staleTime: Number.POSITIVE_INFINITY, gcTime: 0, refetchOnWindowFocus: false, networkMode: 'always' },
  },
});

/** Every view on screen is asked for again. */
export function followChanges(): () => void {
  return onChanged(() => void queries.invalidateQueries());
}

export function useView<Name extends AskName>(name: Name, fields: Fields<Name>, isWanted = true): View<Answers[Name]> {
  const { data, isPending } = useQuery({
    queryKey: [name, fields],
    queryFn: () => ask(name, fields),
    placeholderData: keepPreviousData,
    enabled: isWanted,
  });
  if (data === undefined) return { isComing: isPending && isWanted };
  return data.ok ? { value: data.value, isComing: false } : { refusal: data.refusal, isComing: false };
}
