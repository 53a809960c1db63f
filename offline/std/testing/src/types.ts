/** Does not compile unless `T` is `true`. */
export function assertType<T extends boolean>(expectTrue: T) {
  void expectTrue;
}

export type AssertTrue<T extends true> = never | T;
export type AssertFalse<T extends false> = never | T;

export type IsAny<T> = 0 extends (1 & T) ? true : false;
export type IsNever<T> = [T] extends [never] ? true : false;
export type IsUnknown<T> = IsAny<T> extends true ? false
  : unknown extends T ? true
  : false;
export type IsNullable<T> = null extends T ? true
  : undefined extends T ? true
  : false;

type Same<T, U> = (<V>() => V extends T ? 1 : 2) extends
  (<V>() => V extends U ? 1 : 2) ? true : false;

export type IsExact<T, U> = Same<T, U>;
export type Has<T, U> = IsAny<T> extends true ? true
  : IsAny<U> extends true ? false
  : Extract<T, U> extends never ? false
  : true;
export type NotHas<T, U> = Has<T, U> extends false ? true : false;
