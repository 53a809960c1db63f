import type { z } from "zod";
import type { Basis, FieldClass, Provider, Purpose } from "./vocabulary.ts";

export type KeyPart = string | number;
export type Shape = z.ZodObject;
type Fields<V> = Extract<keyof V, string>;
export type FieldsOf<V, T> = {
  [F in Fields<V>]: V[F] extends T ? F : never;
}[Fields<V>];

/** A length of time, counted from the instant in a field. */
export type Period<V> =
  & ({ days: number } | { minutes: number })
  & { from: FieldsOf<V, number> };

/** Keeps a record despite erasure, for a stated reason and time. */
export interface Keep<V> {
  reason: string;
  until: Period<V>;
}

export interface SubjectRole<V> {
  /** The field with the person's id; null there means nobody. */
  of: FieldsOf<V, string | null>;
  /** Which fields this person is shown in an export. Secrets never are. */
  show: "all" | readonly Fields<V>[];
  /**
   * The fields of class `given` that this person supplied, and so may correct
   * and take along. Where no role says it, the first one gave all of them.
   */
  gives?: readonly Fields<V>[];
  erase: "delete" | "unlink" | Keep<V>;
  /** Fields that become null together with the id, when it is unlinked. */
  clears?: readonly Fields<V>[];
}

export type Privacy<V> =
  | { personal: false; reason: string }
  | {
    personal?: true;
    purpose: Purpose;
    basis: Basis;
    providers: readonly Provider[];
    keep: Period<V>;
    /**
     * What moves the field in `keep.from` on, so that the record lasts: a
     * `visit` of its person, for all their records at once, or the `use` of
     * the very record, by its room.
     */
    renewed?: "visit" | "use";
    subjects: Readonly<Record<string, SubjectRole<V>>>;
  };

export interface Spec<
  S extends Shape,
  K extends readonly FieldsOf<z.output<S>, KeyPart>[],
  I extends Readonly<
    Record<string, readonly FieldsOf<z.output<S>, KeyPart | null>[]>
  >,
> {
  /** Snake case and plural; also the prefix of its keys. */
  name: string;
  /** What one record is, in a sentence for the register. */
  about: string;
  schema: S;
  /** The fields that name a record. */
  key: K;
  /**
   * Lists by fields, in that order. A record with a null there is not in the
   * list.
   */
  indexes: I;
  /** True when a write must carry its audit entry; see Write.audit. */
  audited: boolean;
  /**
   * True for audit entries: Write.audit adds them, and nothing changes or
   * removes one before its end.
   */
  auditTrail?: boolean;
  fields: { readonly [F in Fields<z.output<S>>]-?: FieldClass };
  /**
   * Fields of bytes (`z.instanceof(Uint8Array)`) that may be larger than one
   * value of the store, up to 32 MiB. They are kept in chunks under the
   * record, appear with its commit and vanish with it.
   */
  large?: readonly FieldsOf<z.output<S>, Uint8Array | null>[];
  /**
   * True when erasure removes these records before all others. A write that
   * checks such a record needs no further proof that its person still exists.
   */
  erasedFirst?: boolean;
  /**
   * Why such a record may be written about a person who is being erased.
   * Only for what carries an erasure or a hold through: erasure passes these
   * records by, and their room must end them.
   */
  despiteErasure?: string;
  /**
   * End of life of records that are not personal; personal ones have
   * `privacy.keep`.
   */
  ends?: Period<z.output<S>>;
  privacy: Privacy<z.output<S>>;
}

/** A spec whose types are forgotten, for what reads every collection. */
export type AnySpec = Spec<
  Shape,
  readonly never[],
  Readonly<Record<string, readonly never[]>>
>;

export type AnyRole = Extract<
  AnySpec["privacy"],
  { subjects: unknown }
>["subjects"][string];
