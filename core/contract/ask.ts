/**
 * One question that a window may put to the office: its fields, who may ask, and from which window. The doorway refuses whatever
 * does not fit, before anybody looks at it.
 */
import * as z from 'zod/mini';
import type { Role } from '../acts.ts';

export type Asker = 'anybody' | readonly Exclude<Role, 'device'>[];

export interface Ask<Fields = unknown> {
  readonly fields: z.ZodMiniType<Fields>;
  /** Who must be at the keyboard; `anybody` also where nobody is. */
  readonly by: Asker;
  /** The wall is a window for the public: it may ask only what is marked for it. */
  readonly onWall: boolean;
  /** The most that one question may hold, in bytes. */
  readonly limit: number;
}

/** Words and figures of one form fit into this many times over; only scans are larger. */
const ORDINARY_LIMIT = 256 * 1024;

export const OFFICIALS = ['ro', 'dro'] as const;
export const STAFF = ['ro', 'dro', 'clerk'] as const;
export const EVERY_PERSON = ['ro', 'dro', 'clerk', 'agent'] as const;

export function ask<Shape extends Readonly<Record<string, z.ZodMiniType>>>(
  by: Asker,
  shape: Shape,
  more: { readonly onWall?: boolean; readonly limit?: number } = {},
): Ask<z.infer<z.ZodMiniObject<Shape, z.core.$strict>>> {
  return { fields: z.strictObject(shape), by, onWall: more.onWall ?? false, limit: more.limit ?? ORDINARY_LIMIT };
}

export type FieldsOf<A> = A extends Ask<infer Fields> ? Fields : never;

/** Bytes as they cross between window and office. */
export const bytesSchema = z.custom<Uint8Array>((value) => value instanceof Uint8Array, 'bytes');
