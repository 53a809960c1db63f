type Work = () => void | Promise<void>;

interface Suite {
  name: string;
  before: Work[];
  after: Work[];
  each: Work[];
  afterEach: Work[];
  cases: { name: string; work: Work | Suite; ignore: boolean }[];
}

let open: Suite | null = null;

/** A group of cases with common preparations. */
export function describe(name: string, work: () => void) {
  const outer = open;
  const suite: Suite = {
    name,
    before: [],
    after: [],
    each: [],
    afterEach: [],
    cases: [],
  };
  open = suite;
  work();
  open = outer;
  if (outer) outer.cases.push({ name, work: suite, ignore: false });
  else Deno.test(name, (t) => run(suite, t, [], []));
}

export function it(name: string, work: Work) {
  if (open) open.cases.push({ name, work, ignore: false });
  else Deno.test(name, work);
}

it.skip = (name: string, work: Work) => {
  if (open) open.cases.push({ name, work, ignore: true });
  else Deno.test.ignore(name, work);
};

export const test: typeof it = it;

export function beforeAll(work: Work) {
  inside("beforeAll").before.push(work);
}

export function afterAll(work: Work) {
  inside("afterAll").after.push(work);
}

export function beforeEach(work: Work) {
  inside("beforeEach").each.push(work);
}

export function afterEach(work: Work) {
  inside("afterEach").afterEach.push(work);
}

export { afterAll as after, beforeAll as before };

function inside(name: string): Suite {
  if (open) return open;
  throw new Error(`Cannot call ${name}: it stands outside of describe`);
}

async function run(
  suite: Suite,
  t: Deno.TestContext,
  each: Work[],
  afterEach: Work[],
) {
  const befores = [...each, ...suite.each];
  const afters = [...suite.afterEach, ...afterEach];
  for (const work of suite.before) await work();
  for (const { name, work, ignore } of suite.cases) {
    const fn = typeof work === "function"
      ? async () => await runCase(work, befores, afters)
      : async (inner: Deno.TestContext) =>
        await run(work, inner, befores, afters);
    await t.step({ name, ignore, fn });
  }
  for (const work of suite.after) await work();
}

async function runCase(work: Work, befores: Work[], afters: Work[]) {
  for (const before of befores) await before();
  try {
    await work();
  } finally {
    for (const after of afters) await after();
  }
}
