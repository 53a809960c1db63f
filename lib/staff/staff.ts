/**
 * The proof that one of the staff asks. Nothing that merely looks like it can
 * take its place, and no code of Millo makes one yet.
 */
export class Staff {
  readonly kind = "staff";
  /** Makes the type one of its own: nothing else has this very field. */
  readonly #proof = true;

  constructor(readonly staffId: string) {}
}
