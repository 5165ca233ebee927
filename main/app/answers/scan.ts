/**
 * Answers for the pictures of papers. A window is given a scan only by the digest that a form names, never a file; what it attaches
 * is kept before the journal says so. A folder that is being brought in belongs to the running app, one at a time.
 */
import type { PickedScan, ScanAnswers, scanAsks } from '../../../core/contract/scan.ts';
import { ok, type Result, refuse } from '../../../core/result.ts';
import type { Office } from '../../office/office.ts';
import { describeScan } from '../../scans/describe.ts';
import { filesBelow, nameOf, readPicture } from '../../scans/files.ts';
import { type Folder, openFolder } from '../../scans/import.ts';
import type { Host } from '../host.ts';
import type { HandlersOf } from './handlers.ts';

export function scanHandlers(host: Host): HandlersOf<typeof scanAsks, ScanAnswers> {
  const folders = folderSeat(host);
  return {
    scan: ({ digest }) => withOffice(host, (office) => readScan(office, digest)),
    describeScan: ({ bytes }) => withOffice(host, (office) => describeScan(office.centre(), bytes)),
    attachScan: ({ form, bytes, source }) =>
      withOffice(host, (office) => {
        const attached = office.attachScan(form, bytes, source);
        host.changed();
        return attached.ok ? ok({ digest: attached.value.digest }) : attached;
      }),
    chooseScans: async ({ form }) => {
      const files = await host.surroundings.chooseFiles('scan');
      const picked: PickedScan[] = [];
      for (const file of files) picked.push(await pick(host, file, form));
      if (form !== undefined) host.changed();
      return ok(picked);
    },
    importScans: folders.open,
    scanImport: () => withOffice(host, (office) => ok(folders.of(office)?.look() ?? { stage: 'none' })),
    readImported: ({ handle, file }) =>
      folders.with(handle, async (folder, office) => {
        const read = await folder.read(file);
        if (!read.ok) return read;
        const scan = describeScan(office.centre(), read.value.bytes);
        return scan.ok ? ok({ ...read.value, is: 'picked', scan: scan.value }) : scan;
      }),
    confirmImport: ({ handle, choices }) =>
      folders.with(handle, async (folder, office) => {
        const attached = await folder.attach(choices, office.attachScan);
        host.changed();
        return ok(attached);
      }),
    cancelImport: ({ handle }) =>
      folders.with(handle, () => {
        folders.clear();
        return ok(undefined);
      }),
  };
}

function withOffice<T>(host: Host, answer: (office: Office) => Result<T>): Result<T> {
  const office = host.office();
  return office.ok ? answer(office.value) : office;
}

/** Only what a form names is handed out: the folder of scans is no place to look around in. */
function readScan(office: Office, digest: string): Result<ScanAnswers['scan']> {
  const scans = [...office.centre().forms.values()].flatMap((form) => form.scans);
  const scan = scans.find((one) => one.digest === digest);
  const bytes = scan === undefined ? undefined : office.scans.read(digest);
  if (scan === undefined || bytes === undefined) return refuse('E-FILE', 'the scan is missing or damaged', digest);
  return ok({ bytes, mediaType: scan.mediaType });
}

async function pick(host: Host, file: string, form: string | undefined): Promise<PickedScan> {
  const name = nameOf(file);
  const bytes = await readPicture(file);
  const office = host.office();
  const done = !bytes.ok ? bytes : !office.ok ? office : take(office.value, name, bytes.value, form);
  if (done.ok) return done.value;
  const { code, detail } = done.refusal;
  return { name, is: 'refused', code, ...(detail === undefined ? {} : { detail }) };
}

function take(office: Office, name: string, bytes: Uint8Array, form: string | undefined): Result<PickedScan> {
  const scan = describeScan(office.centre(), bytes);
  if (!scan.ok) return scan;
  if (form === undefined) return ok({ name, is: 'picked', scan: scan.value, bytes });
  const attached = office.attachScan(form, bytes, name);
  return attached.ok ? ok({ name, is: 'attached', scan: scan.value }) : attached;
}

/** The one folder that is being brought in, and the office it is for: another centre has nothing to do with it. */
function folderSeat(host: Host) {
  let seat: { readonly folder: Folder; readonly office: Office } | undefined;
  const of = (office: Office) => (seat?.office === office ? seat.folder : undefined);
  const clear = () => {
    seat = undefined;
    host.changed();
  };
  return {
    of,
    clear,
    open: async (): Promise<Result<ScanAnswers['importScans']>> => {
      const place = await host.surroundings.chooseFolder();
      const office = host.office();
      if (!office.ok) return office;
      if (place === undefined) return ok({});
      try {
        const folder = openFolder(filesBelow(place), { centre: office.value.centre, changed: host.changed });
        seat = { folder, office: office.value };
        host.changed();
        return ok({ handle: folder.handle });
      } catch (error) {
        return refuse('E-FILE', error instanceof Error ? error.message : String(error));
      }
    },
    with: async <T>(handle: string, answer: (folder: Folder, office: Office) => Result<T> | Promise<Result<T>>): Promise<Result<T>> => {
      const office = host.office();
      if (!office.ok) return office;
      const folder = of(office.value);
      return folder?.handle === handle ? answer(folder, office.value) : refuse('E-FILE', 'this folder is not being brought in any more');
    },
  };
}
