/** The scans of a form: pictures drawn from the bundle's file, documents to be saved, or in the public edition their digests only. */
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { showCount, showDigest } from '../parts/figures.ts';
import type { JudgedSummary } from './judged.ts';
import css from './Station.module.css';
import type { StationWithForm } from './StationPage.tsx';
import tables from './Tables.module.css';
import { type ScanFound, useScan } from './use-scan.ts';

interface ScansProps {
  readonly summary: JudgedSummary;
  readonly station: StationWithForm;
  readonly file: Blob;
}

export function Scans({ summary, station: { name, form }, file }: ScansProps) {
  const { t } = useTranslation(['verifier', 'station']);
  const { scans, scanAbsent } = form;
  if (scans.length === 0) {
    return (
      <p className={tables.words}>{scanAbsent === undefined ? t('station:noScanYet') : t('station:noScan', { reason: scanAbsent })}</p>
    );
  }
  return scans.map(({ digest }, at) => (
    <figure key={digest} className={css.scan}>
      <figcaption>
        {t('verifier:scan', { place: at + 1, of: scans.length })} <span className={tables.digest}>{showDigest(digest, 4)}</span>
      </figcaption>
      <OneScan summary={summary} digest={digest} file={file} words={t('verifier:scanOf', { name })} />
    </figure>
  ));
}

interface OneScanProps {
  readonly summary: JudgedSummary;
  readonly digest: string;
  readonly file: Blob;
  /** What the picture shows, for those who do not see it. */
  readonly words: string;
}

function OneScan({ summary: { scans }, digest, file, words }: OneScanProps) {
  const { t } = useTranslation('verifier');
  const place = scans.get(digest);
  const scan = useScan(file, place, digest);
  if (place === undefined) return <p className={tables.words}>{t('scanByDigest', { digest: showDigest(digest, 16) })}</p>;
  if (scan === undefined) return <p role="status">{t('scanReading')}</p>;
  if (scan.is === 'altered') {
    return (
      <p role="alert" className={css.fault}>
        {t('scanAltered')}
      </p>
    );
  }
  return (
    <>
      {scan.is === 'picture' ? <Picture address={scan.address} words={words} /> : null}
      {scan.is === 'document' ? <p>{t('scanDocument', { size: showCount(Math.ceil(place.size / 1000)) })}</p> : null}
      {scan.is === 'other' ? <p>{t('scanNoPicture')}</p> : null}
      <Save scan={scan} name={place.name.replace('scans/', '')} />
    </>
  );
}

function Save({ scan, name }: { readonly scan: Exclude<ScanFound, { is: 'altered' }>; readonly name: string }) {
  const { t } = useTranslation('verifier');
  const short = name.replace(/^(.{8}).*(\.[a-z]{3})$/, '$1$2');
  return (
    <p>
      <a className={css.save} href={scan.saving} download={short}>
        {t('save', { name: short })}
      </a>
    </p>
  );
}

function Picture({ address, words }: { readonly address: string; readonly words: string }) {
  const { t } = useTranslation('verifier');
  const [isLarge, setLarge] = useState(false);
  const [isBroken, setBroken] = useState(false);
  if (isBroken) return <p>{t('scanBroken')}</p>;
  return (
    <>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what may have to be scrolled must be reachable by keyboard */}
      <section className={css.picture} aria-label={words} tabIndex={0}>
        <img className={isLarge ? css.large : css.fitted} src={address} alt={words} onError={() => setBroken(true)} />
      </section>
      <button type="button" className={css.size} aria-pressed={isLarge} onClick={() => setLarge(!isLarge)}>
        {isLarge ? t('smaller') : t('larger')}
      </button>
    </>
  );
}
