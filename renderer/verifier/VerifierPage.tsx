/**
 * The page as a whole: at the files, at one bundle, or at one of its stations. Whatever is laid on or taken off makes an earlier
 * verdict void. Files may be dropped anywhere; a browser must never leave the page for one.
 */
import { useCallback, useEffect, useRef, useState } from 'react';
import { BundlePage } from './BundlePage.tsx';
import { FilesPage } from './FilesPage.tsx';
import { Frame } from './Frame.tsx';
import type { Judged } from './judged.ts';
import { go, usePlace } from './place.ts';
import { StationPage } from './StationPage.tsx';
import type { Sorted } from './sorting.ts';
import { EMPTY_TABLE, lay, orderOf, type Table } from './table.ts';
import { useDropped } from './use-dropped.ts';
import { useVerifying, type Verifying } from './use-verifying.ts';

export function VerifierPage() {
  const [table, setTable] = useState(EMPTY_TABLE);
  const [acceptRehearsal, setAcceptRehearsal] = useState(false);
  const { verifying, start, stop } = useVerifying();
  const change = useCallback(
    (next: (table: Table) => Table) => {
      stop();
      setTable(next);
      go({ is: 'table' });
    },
    [stop],
  );
  const onSorted = useCallback((sorted: readonly Sorted[]) => change((now) => lay(now, sorted)), [change]);
  const drop = useDropped(onSorted);
  const judged = usePlaceJudged(verifying);
  const file = judged === undefined ? undefined : table.bundles[judged.at];
  if (verifying.is !== 'done' || judged === undefined || file === undefined) {
    return (
      <Frame>
        <FilesPage
          table={table}
          change={change}
          onFiles={drop}
          onSorted={onSorted}
          verifying={verifying}
          acceptRehearsal={acceptRehearsal}
          onAcceptRehearsal={(accept) => {
            stop();
            setAcceptRehearsal(accept);
          }}
          onVerify={() => start(orderOf(table, acceptRehearsal))}
          onStop={stop}
        />
      </Frame>
    );
  }
  return (
    <Frame>
      {judged.station === undefined ? (
        <BundlePage bundle={judged.bundle} done={verifying} place={judged.at} cameFrom={judged.cameFrom} />
      ) : (
        <StationPage key={judged.station} bundle={judged.bundle} file={file} place={judged.at} code={judged.station} />
      )}
    </Frame>
  );
}

interface PlaceJudged {
  readonly at: number;
  readonly bundle: Judged;
  readonly station?: string;
  /** The station looked at before, to come back to its line. */
  readonly cameFrom: string | undefined;
}

/** The bundle of the address, once it is judged; a single bundle is shown as soon as it is. */
function usePlaceJudged(verifying: Verifying): PlaceJudged | undefined {
  const place = usePlace();
  const before = useRef<string>(undefined);
  const station = place.is === 'station' ? place.station : undefined;
  const cameFrom = before.current;
  useEffect(() => {
    before.current = station ?? (place.is === 'table' ? undefined : before.current);
  }, [station, place.is]);
  const isAlone = verifying.is === 'done' && verifying.bundles.length === 1;
  useEffect(() => {
    if (isAlone) go({ is: 'bundle', bundle: 0 });
  }, [isAlone]);
  if (verifying.is !== 'done' || place.is === 'table') return undefined;
  const bundle = verifying.bundles[place.bundle];
  if (bundle === undefined) return undefined;
  const isKnown = bundle.summary?.content.stations.some((one) => one.station === station) === true;
  return { at: place.bundle, bundle, cameFrom, ...(isKnown && station !== undefined ? { station } : {}) };
}
