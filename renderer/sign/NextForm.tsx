/**
 * When a form is done with: straight on to the next that waits, without going over the list. After acceptance the next to accept, or
 * else to open; after opening the next to open, because one reads aloud form after form before the agents come to the keyboard.
 */
import { useTranslation } from 'react-i18next';
import { useLocation } from 'wouter';
import type { SignFormView } from '../../core/views/sign-form.ts';
import type { SignView } from '../../core/views/sign-lists.ts';
import { useView } from '../office/use-view.ts';
import { Button } from '../parts/Button.tsx';
import { showCount } from '../parts/figures.ts';
import { placeOfForm } from './places.ts';

/** What may come next, the more urgent list first. */
type NextList = 'toAccept' | 'toOpen';
const AFTER_ACCEPTANCE: readonly NextList[] = ['toAccept', 'toOpen'];
const AFTER_OPENING: readonly NextList[] = ['toOpen'];

export function NextForm({ view: { stage, asking, listed, viewer } }: { readonly view: SignFormView }) {
  const { t } = useTranslation('accept');
  const [, go] = useLocation();
  const isOpened = stage === 'open' && (asking?.owed ?? 0) > 0;
  const { value } = useView('sign', {}, stage === 'accepted' || isOpened);
  if (value?.viewer !== viewer) return null;
  const next = nextIn(value, stage === 'accepted' ? AFTER_ACCEPTANCE : isOpened ? AFTER_OPENING : [], listed.form);
  if (next === undefined) return null;
  return (
    <Button keys="F7" onPress={() => go(placeOfForm(next.form))}>
      {t(next.list === 'toAccept' ? 'nextToAccept' : 'nextToOpen', { number: showCount(next.waiting) })}
    </Button>
  );
}

/** The first that waits in the first of these lists that has one; `waiting` counts it as well. */
function nextIn(view: SignView, lists: readonly NextList[], done: string) {
  for (const list of lists) {
    const { rows, total } = view[list];
    const others = rows.filter(({ form }) => form !== done);
    if (others[0] !== undefined) return { list, form: others[0].form, waiting: total - (rows.length - others.length) };
  }
  return undefined;
}
