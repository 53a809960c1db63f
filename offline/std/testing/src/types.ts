/** Does not compile unless `T` is `true`. */
export function assertType<T extends boolean>(expectTrue: T) {
  void expectTrue;
}

export type IsExact<T, U> = (<V>() => V extends T ? 1 : 2) extends
  (<V>() => V extends U ? 1 : 2) ? true : false;
