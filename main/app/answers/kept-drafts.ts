/**
 * What somebody had typed in a room when called away, handed only to the person who typed it. One that no longer has the shape of a
 * draft is as good as none.
 */
import type * as z from 'zod/mini';
import { ok, type Result } from '../../../core/result.ts';
import type { Host } from '../host.ts';

export interface KeptDrafts<Draft> {
  read(subject: string): Result<Draft | undefined>;
  /** Without a draft, what was kept is thrown away. */
  keep(subject: string, draft: Draft | undefined): Result<undefined>;
}

/** The drafts of whoever is at the keyboard. */
export function keptDrafts<Draft>(host: Host, schema: z.ZodMiniType<Draft>): KeptDrafts<Draft> {
  return {
    read: (subject) => {
      const office = host.office();
      if (!office.ok) return office;
      const draft = schema.safeParse(office.value.drafts.read(office.value.unlocked() ?? '', subject));
      return ok(draft.success ? draft.data : undefined);
    },
    keep: (subject, draft) => {
      const office = host.office();
      if (!office.ok) return office;
      const person = office.value.unlocked() ?? '';
      if (draft !== undefined) return office.value.drafts.write(person, subject, draft);
      office.value.drafts.remove(person, subject);
      return ok(undefined);
    },
  };
}
