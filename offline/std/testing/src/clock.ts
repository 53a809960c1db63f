/** The fake time of day and what is to happen later on. */
export interface Clock {
  now: number;
  queue: Queue;
}

interface Timer {
  id: number;
  due: number;
  every: number | null;
  run: () => void;
}

const RealDate = Date;

export function now(): number {
  return RealDate.now();
}

/** Timers by the time they are due; equal times keep their order. */
export class Queue {
  #timers: Timer[] = [];
  #lastId = 0;

  add(due: number, every: number | null, run: () => void): number {
    const id = ++this.#lastId;
    this.#insert({ id, due, every, run });
    return id;
  }

  remove(id: number) {
    this.#timers = this.#timers.filter((timer) => timer.id !== id);
  }

  nextDue(): number {
    return this.#timers[0]?.due ?? Infinity;
  }

  runNext() {
    const timer = this.#timers.shift();
    if (!timer) return;
    if (timer.every !== null) {
      this.#insert({ ...timer, due: timer.due + timer.every });
    }
    timer.run();
  }

  #insert(timer: Timer) {
    const at = this.#timers.findIndex(({ due }) => due > timer.due);
    this.#timers.splice(at === -1 ? this.#timers.length : at, 0, timer);
  }
}
