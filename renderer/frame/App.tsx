/**
 * The window of the rooms: the frame around them, and the room that the address names. A signing agent gets no rail to wander off on.
 * Without a centre there is only setup; while one is opened, its check shows how far it is.
 */
import { useEffect } from 'react';
import { Redirect, Route, Switch, useLocation } from 'wouter';
import type { Frame } from '../../core/contract/frame.ts';
import { Help } from '../help/Help.tsx';
import { MediumBand } from '../medium/MediumBand.tsx';
import { useView } from '../office/use-view.ts';
import { RestoreNotice } from '../restore/RestoreNotice.tsx';
import css from './App.module.css';
import { Context } from './Context.tsx';
import { Diary } from './Diary.tsx';
import { Leaving } from './Leaving.tsx';
import { Notices } from './Notices.tsx';
import { Opening } from './Opening.tsx';
import { Rail } from './Rail.tsx';
import { ROUTES } from './routes.tsx';
import { useActivity } from './use-activity.ts';
import { useFollowedFrame } from './use-followed-frame.ts';

export function App() {
  const { value: frame } = useView('frame', {});
  useFollowedFrame(frame);
  useActivity(frame?.person !== undefined);
  if (frame === undefined) return <div className={css.coming} />;
  return <Framed frame={frame} />;
}

function Framed({ frame }: { readonly frame: Frame }) {
  const [place] = useLocation();
  const isClosed = place.startsWith('/sign/agent') || frame.centre === undefined;
  useEffect(() => {
    document.title = frame.centre === undefined ? 'Countersign' : `${frame.centre.constituency.name} · Countersign`;
  }, [frame]);
  return (
    <div className={isClosed ? `${css.app} ${css.closed}` : css.app}>
      {isClosed ? null : <Rail frame={frame} />}
      <Context frame={frame} withName={isClosed} />
      <div className={css.place}>
        <Notices frame={frame} />
        <RestoreNotice frame={frame} />
        <MediumBand frame={frame} />
        {frame.leaving ? <Leaving /> : frame.opening !== undefined ? <Opening opening={frame.opening} /> : <Rooms frame={frame} />}
      </div>
      <Diary frame={frame} />
      <Help frame={frame} />
    </div>
  );
}

function Rooms({ frame }: { readonly frame: Frame }) {
  const isSetup = frame.centre === undefined || frame.restore === 'unsigned';
  const start = isSetup ? '/setup' : frame.person === undefined ? '/unlock' : '/board';
  return (
    <Switch>
      {ROUTES.filter(({ needsCentre }) => !needsCentre || frame.centre !== undefined).map(({ path, Room }) => (
        <Route key={path} path={path}>
          {(parameters) => <Room frame={frame} parameters={parameters as Readonly<Record<string, string>>} />}
        </Route>
      ))}
      <Redirect to={start} replace />
    </Switch>
  );
}
