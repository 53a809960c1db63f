import type { z } from "zod";
import type { Millis } from "../kernel/mod.ts";
import { checkDeclaration } from "./declaration.ts";
import { type Plan, planOf } from "./plan.ts";
import type { AnySpec, FieldsOf, KeyPart, Shape, Spec } from "./spec.ts";

/** A declared kind of record: the only thing that the store takes. */
export interface Collection<
  V = unknown,
  K extends readonly KeyPart[] = readonly KeyPart[],
  I extends string = string,
> {
  readonly name: string;
  readonly spec: AnySpec;
  readonly keyFields: readonly string[];
  readonly indexFields: Readonly<Record<I, readonly string[]>>;
  readonly roles: readonly { role: string; of: string }[];
  /** The declaration, worked out once for the hot paths. */
  readonly plan: Plan;
  parse(value: unknown): V;
  /** Only for the type checker. */
  readonly types?: { value: V; key: K };
}

/** What a record of a collection is. */
export type ValueOf<C extends Collection> = NonNullable<C["types"]>["value"];

type KeyOf<V, K extends readonly (keyof V)[]> = {
  readonly [N in keyof K]: V[K[N]] extends KeyPart ? V[K[N]] : never;
};

/**
 * Declares a kind of record, once and whole. Throws TypeError when the
 * declaration cannot be honoured.
 */
export function defineCollection<
  S extends Shape,
  const K extends readonly FieldsOf<z.output<S>, KeyPart>[],
  const I extends Readonly<
    Record<string, readonly FieldsOf<z.output<S>, KeyPart | null>[]>
  >,
>(
  spec: Spec<S, K, I>,
): Collection<
  z.output<S>,
  KeyOf<z.output<S>, K>,
  Extract<keyof I, string>
> {
  const untyped = spec as unknown as AnySpec;
  checkDeclaration(untyped);
  const plan = planOf(untyped);
  return {
    name: spec.name,
    spec: untyped,
    keyFields: spec.key,
    indexFields: spec.indexes as Readonly<
      Record<Extract<keyof I, string>, readonly string[]>
    >,
    roles: plan.roles.map(({ role, of }) => ({ role, of })),
    plan,
    parse: (value) => spec.schema.parse(value) as z.output<S>,
  };
}

/** Declares that erasure leaves a record in place, and until when. */
export function keep<
  const P extends { from: string } & ({ days: number } | { minutes: number }),
>(reason: string, until: P): { reason: string; until: P } {
  return { reason, until };
}

/** When a record stops being served, or null for one without an end. */
export function endOfLife(
  collection: Collection,
  value: Record<string, unknown>,
): Millis | null {
  const { ends } = collection.plan;
  return ends === null ? null : Number(value[ends.from]) + ends.length;
}
