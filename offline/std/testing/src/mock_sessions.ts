interface Restorable {
  restored: boolean;
  restore(): void;
}

const sessions: Set<Restorable>[] = [new Set()];

/** Notes a mock, so that the session it belongs to can restore it. */
export function remember(mock: Restorable) {
  sessions[sessions.length - 1].add(mock);
}

/** Restores every mock of the innermost session. */
export function restore() {
  const session = sessions[sessions.length - 1];
  for (const mock of session) if (!mock.restored) mock.restore();
  session.clear();
}

// deno-lint-ignore no-explicit-any
type AnyFunction = (...args: any[]) => any;

/** A function after which the mocks made in it are restored. */
export function mockSession<F extends AnyFunction>(func: F): F {
  return ((...args) => {
    sessions.push(new Set());
    try {
      return func(...args);
    } finally {
      restore();
      sessions.pop();
    }
  }) as F;
}

export function mockSessionAsync<F extends AnyFunction>(func: F): F {
  return (async (...args) => {
    sessions.push(new Set());
    try {
      return await func(...args);
    } finally {
      restore();
      sessions.pop();
    }
  }) as F;
}
