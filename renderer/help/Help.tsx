/** F1 in every room: what the room is for, what to do first, what comes after, and every key. In entry it leads to the practice. */
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useLocation } from 'wouter';
import type { Frame } from '../../core/contract/frame.ts';
import { Button } from '../parts/Button.tsx';
import { Dialog } from '../parts/Dialog.tsx';
import { Key, useKey } from '../parts/keys.tsx';
import voices from '../parts/voices.module.css';
import { FirstOffer } from './FirstOffer.tsx';
import css from './Help.module.css';
import { EVERYWHERE, type KeyRow, ROOM_KEYS, roomAt } from './help-rooms.ts';
import { type KeyHere, keysHere } from './keys-here.ts';

export function Help({ frame }: { readonly frame: Frame }) {
  const [place, go] = useLocation();
  const [here, setHere] = useState<readonly KeyHere[]>();
  useKey('F1', () => setHere(keysHere()));
  // Whoever has no centre can verify as well; where the rail stands it has this key.
  const hasRail = frame.centre !== undefined && !place.startsWith('/sign/agent');
  useKey(hasRail || place.startsWith('/sign/agent') ? undefined : 'Alt+0', () => go('/verify'));
  const room = roomAt(place);
  const leave = () => setHere(undefined);
  const practise = () => {
    leave();
    go('/practice');
  };
  return (
    <>
      {room === 'entry' && frame.person?.role === 'clerk' ? <FirstOffer onPractise={practise} /> : null}
      {here === undefined ? null : <HelpDialog room={room} here={here} onLeave={leave} onPractise={practise} />}
    </>
  );
}

interface HelpDialogProps {
  readonly room: ReturnType<typeof roomAt>;
  readonly here: readonly KeyHere[];
  readonly onLeave: () => void;
  readonly onPractise: () => void;
}

function HelpDialog({ room, here, onLeave, onPractise }: HelpDialogProps) {
  const { t } = useTranslation('help');
  return (
    <Dialog
      title={t('title', { room: t(`${room}.name`) })}
      onLeave={onLeave}
      actions={
        <>
          {room === 'entry' || room === 'differences' ? (
            <Button keys="F7" onPress={onPractise}>
              {t('practise')}
            </Button>
          ) : null}
          <Button keys="Escape" look="main" onPress={onLeave}>
            {t('close')}
          </Button>
        </>
      }
    >
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what may have to be scrolled must be reachable by keyboard */}
      <section className={css.body} aria-label={t(`${room}.name`)} tabIndex={0}>
        <p>{t(`${room}.purpose`)}</p>
        <dl className={css.order}>
          <dt>{t('first')}</dt>
          <dd>{t(`${room}.first`)}</dd>
          <dt>{t('next')}</dt>
          <dd>{t(`${room}.next`)}</dd>
        </dl>
        <KeyList title={t('here')} rows={here.map(({ keys, words, isBarred }) => [keys, isBarred ? `${words} (${t('barred')})` : words])} />
        <KeyList title={t('moving')} rows={worded(ROOM_KEYS[room], t)} />
        <KeyList title={t('everywhere')} rows={worded(EVERYWHERE, t)} />
      </section>
    </Dialog>
  );
}

function worded(rows: readonly KeyRow[], t: ReturnType<typeof useTranslation<'help'>>['t']): readonly (readonly [string, string])[] {
  return rows.map(([key, words]) => [key, t(`keys.${words}`)]);
}

function KeyList({ title, rows }: { readonly title: string; readonly rows: readonly (readonly [string, string])[] }) {
  if (rows.length === 0) return null;
  return (
    <section className={css.keys}>
      <h3 className={voices.label}>{title}</h3>
      <table>
        <tbody>
          {rows.map(([keys, words]) => (
            <tr key={`${keys} ${words}`}>
              <th scope="row">
                <KeyNames keys={keys} />
              </th>
              <td>{words}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}

/** Several keys with spaces between them are drawn one by one; a span such as `0 … 9` as it is. */
function KeyNames({ keys }: { readonly keys: string }) {
  const names = keys === ' ' ? [keys] : keys.split(' ');
  return (
    <>
      {names.map((name) => (name === '…' ? <span key={name}> … </span> : <Key key={name} name={name} />))}
      <span className={voices.unseen}>{keys}</span>
    </>
  );
}
