/**
 * Answers for the national centre's receipts: a file is chosen and shown, and an official records that very one. It waits in this
 * process meanwhile; what a window sends is only its digest.
 */
import { fromUtf8 } from '../../../core/bytes.ts';
import type { DeclareAnswers, declareAsks } from '../../../core/contract/declare.ts';
import type { Command } from '../../../core/decide.ts';
import { ok, refuse } from '../../../core/result.ts';
import { acknowledgementView } from '../../../core/views/acknowledgement.ts';
import { readBytes } from '../../define/files.ts';
import type { Host } from '../host.ts';
import type { HandlersOf } from './handlers.ts';

type Handlers = Pick<HandlersOf<typeof declareAsks, DeclareAnswers>, 'chooseAcknowledgement' | 'recordAcknowledgement'>;

export function acknowledgementHandlers(host: Host): Handlers {
  let chosen: { readonly file: string; readonly command: Command } | undefined;
  return {
    chooseAcknowledgement: async () => {
      const office = host.office();
      if (!office.ok) return office;
      const place = await host.surroundings.chooseFile('acknowledgement');
      if (place === undefined) return ok(undefined);
      const bytes = readBytes(place);
      // Without its place: a window never learns where a file lies.
      if (!bytes.ok) return refuse('E-FILE', bytes.refusal.detail);
      const receipt = (fromUtf8(bytes.value) ?? '').trimEnd();
      const view = acknowledgementView(office.value.centre(), receipt);
      const { says, file } = view;
      chosen = undefined;
      if (says !== undefined && file !== undefined) {
        const { contest, version } = says;
        chosen = { file, command: { kind: 'acknowledgement-recorded', body: { contest, version, receipt } } };
      }
      return ok(view);
    },
    recordAcknowledgement: ({ file }) => {
      const office = host.office();
      if (!office.ok) return office;
      if (chosen?.file !== file) return refuse('E-FILE', 'it has to be chosen again');
      const said = office.value.perform([chosen.command]);
      host.changed();
      return said.ok ? ok(undefined) : said;
    },
  };
}
