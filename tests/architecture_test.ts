import { assertEquals } from "@std/assert";

/**
 * The order of the rooms, for these tests and for the README's list: each
 * imports only from those before it, and only through their mod.ts. Rooms that
 * are not there yet have their place already.
 */
const ROOMS = [
  "kernel",
  "text",
  "config",
  "log",
  "i18n",
  "metrics",
  "store",
  "cluster",
  "audit",
  "credentials",
  "limits",
  "notices",
  "staff",
  "accounts",
  "standing",
  "support",
  "providers",
  "consent",
  "age",
  "usage",
  "chat",
  "calls",
  "matching",
  "live",
  "safety",
  "changes",
  "legal",
  "analytics",
  "data_map",
  "privacy",
  "jobs",
  "app",
  "http",
  "tasks",
  "client",
];

interface Import {
  from: string;
  to: string;
  /** True when nothing of it is left at run time. */
  typeOnly: boolean;
}

interface Source {
  path: string;
  text: string;
}

const sources = await readSources(["lib", "routes", "islands", "components"]);
const imports = sources.flatMap(importsOf);

Deno.test("every folder in lib is a room with a place in the order", async () => {
  const folders = (await Array.fromAsync(Deno.readDir("lib")))
    .filter((entry) => entry.isDirectory && !isEmpty(`lib/${entry.name}`))
    .map((entry) => entry.name);
  assertEquals(folders.filter((name) => !ROOMS.includes(name)), []);
});

Deno.test("the README lists the rooms that there are, in this order", async () => {
  const readme = await Deno.readTextFile("README.md");
  const [, list] = /`lib\/` is a row of rooms: ([^.]*)\./.exec(readme)!;
  const there = ROOMS.filter((room) => room !== "client" && hasFiles(room));
  assertEquals(list.split(/,\s+/), there);
});

for (const room of ROOMS.filter(hasFiles)) {
  Deno.test(`lib/${room} says what it is for, keeps and who enters`, async () => {
    const text = await Deno.readTextFile(`lib/${room}/mod.ts`);
    const [, comment] = /^\/\*\*\n([^]*?) \*\//.exec(text) ?? [];
    const starts = [...(comment ?? "").matchAll(/^ \* (\w+): \S/gm)];
    assertEquals(starts.map(([, word]) => word), ["For", "Keeps", "Enter"]);
  });
}

Deno.test("rooms import only from rooms before them", () => {
  const wrong = imports.filter(({ from, to }) => {
    const [here, there] = [roomOf(from), roomOf(to)];
    if (here === null || there === null || here === "client") return false;
    return ROOMS.indexOf(there) > ROOMS.indexOf(here);
  });
  assertEquals(wrong.map(shown), []);
});

Deno.test("rooms are entered through mod.ts", () => {
  const wrong = imports.filter(({ from, to, typeOnly }) => {
    const there = roomOf(to);
    if (there === null || there === roomOf(from)) return false;
    if (to === `lib/${there}/mod.ts`) return false;
    return !mayUseSideDoor(from, to, typeOnly);
  });
  assertEquals(wrong.map(shown), []);
});

Deno.test("lib reaches neither routes nor islands nor components", () => {
  const wrong = imports.filter(({ from, to }) =>
    from.startsWith("lib/") && /^(routes|islands|components)\//.test(to)
  );
  assertEquals(wrong.map(shown), []);
});

Deno.test("islands and components reach the browser's rooms only", () => {
  const browser =
    /^lib\/(client|i18n|kernel|text)\/|^lib\/[a-z_]+\/(forms|protocol)\.ts$/;
  const wrong = imports.filter(({ from, to, typeOnly }) =>
    from.startsWith("islands/") && to.startsWith("lib/") && !typeOnly &&
    !browser.test(to)
  );
  assertEquals(wrong.map(shown), []);
});

Deno.test("components take data, and fetch and store nothing", () => {
  const allowed = /^lib\/(i18n|consent)\/mod\.ts$/;
  const wrong = imports.filter(({ from, to, typeOnly }) =>
    from.startsWith("components/") && to.startsWith("lib/") && !typeOnly &&
    !allowed.test(to)
  );
  assertEquals(wrong.map(shown), []);
  const reaching =
    /\b(fetch|WebSocket|EventSource|indexedDB|localStorage|sessionStorage|cookieStore)\b|\bDeno\.|\basync\b/;
  const reached = sources.filter(({ path, text }) =>
    path.startsWith("components/") && reaching.test(text)
  );
  assertEquals(reached.map(({ path }) => path), []);
});

Deno.test("nothing imports in a circle", () => {
  assertEquals(circlesIn(imports.filter(({ typeOnly }) => !typeOnly)), []);
});

Deno.test("nor does anything in offline/, not even a type", async () => {
  const offline = (await readSources(["offline"])).flatMap(importsOf);
  assertEquals(circlesIn(offline), []);
});

const OWNED: { what: RegExp; by: RegExp }[] = [
  { what: /\brawWrites\b/, by: /^lib\/(store|data_map)\// },
  {
    what: /\bRawStore\b/,
    by: /^lib\/(store|data_map)\/|^lib\/audit\/verify/,
  },
  { what: /\bnew Member\(/, by: /^lib\/accounts\/actions\.ts$/ },
  {
    what: /\bfindSession\(/,
    by: /^lib\/(accounts\/actions|http\/middlewares\/session)\.ts$/,
  },
  { what: /\bnew Staff\(/, by: /^lib\/staff\/sessions\.ts$/ },
  { what: /\bauditTrail: true\b/, by: /^lib\/audit\/records\.ts$/ },
  { what: /\bDeno\.(Kv|openKv)\b/, by: /^lib\/store\// },
  { what: /\bDeno\.env\b/, by: /^lib\/config\/env\.ts$/ },
  { what: /["']livekit-server-sdk["']/, by: /^lib\/calls\/livekit\.ts$/ },
  { what: /["']livekit-client["']/, by: /^lib\/client\// },
  {
    what: /\bDate\.now\(|\bnew Date\(\)/,
    by: /^lib\/(kernel\/clock\.ts|client\/)/,
  },
  { what: /["']fresh\/dev["']/, by: /^lib\/tasks\/\w+\.ts$/ },
  {
    what: /\breq\.(formData|text|json|arrayBuffer|bytes|blob)\(/,
    by: /^lib\/http\/body\.ts$/,
  },
  { what: /\bstyle=/, by: /^$/ },
  { what: /dangerouslySetInnerHTML/, by: /^$/ },
];

for (const { what, by } of OWNED) {
  Deno.test(`${what.source} stands only where it belongs`, () => {
    const strangers = sources.filter(({ path, text }) =>
      what.test(text) && !by.test(path)
    );
    assertEquals(strangers.map(({ path }) => path), []);
  });
}

Deno.test("pure rules are not asynchronous", () => {
  const pure = [
    "lib/age/birth_date.ts",
    "lib/calls/call.ts",
    "lib/chat/chat_message.ts",
    "lib/support/number.ts",
    "lib/text/clean.ts",
    "lib/text/count.ts",
    "lib/text/digits.ts",
    "lib/text/list.ts",
    "lib/text/mail_address.ts",
    "lib/limits/bucket.ts",
    "lib/matching/pairing.ts",
    "lib/notices/letter.ts",
    "lib/notices/retry.ts",
    "lib/notices/topics.ts",
  ];
  const paths = sources.map(({ path }) => path);
  assertEquals(pure.filter((path) => !paths.includes(path)), []);
  const wrong = sources.filter(({ path, text }) =>
    pure.includes(path) && /\basync\b|\bawait\b|\bPromise\b/.test(text)
  );
  assertEquals(wrong.map(({ path }) => path), []);
});

Deno.test("the root holds only what a tool needs by name", async () => {
  const expected = [
    ".ci",
    ".env.example",
    ".git",
    ".gitignore",
    "LICENSE",
    "README.md",
    "components",
    "deno.json",
    "deno.lock",
    "fresh.config.ts",
    "islands",
    "lib",
    "offline",
    "routes",
    "static",
    "tests",
  ];
  const ignored = (await Deno.readTextFile(".gitignore")).split("\n")
    .map((line) => line.replaceAll("/", ""));
  const found = (await Array.fromAsync(Deno.readDir(".")))
    .map((entry) => entry.name)
    .filter((name) => !ignored.includes(name));
  assertEquals(found.filter((name) => !expected.includes(name)), []);
});

/** What may be used of a room besides its door, and by whom. */
function mayUseSideDoor(from: string, to: string, typeOnly: boolean): boolean {
  if (/^(islands|lib\/client)\//.test(from)) {
    return typeOnly ||
      /\/(chat_message|forms|protocol|translate|scheduler)\.ts$/.test(to);
  }
  if (from.startsWith("lib/data_map/")) return to.endsWith("/records.ts");
  return false;
}

function roomOf(path: string): string | null {
  return /^lib\/([^/]+)\//.exec(path)?.[1] ?? null;
}

function shown({ from, to }: Import): string {
  return `${from} -> ${to}`;
}

/** The files that a way of imports leads back to. */
function circlesIn(imports: Import[]): string[] {
  const files = new Map<string, string[]>();
  for (const { from, to } of imports) {
    files.set(from, [...files.get(from) ?? [], to]);
  }
  return [...files.keys()].flatMap((file) => circleFrom(file, files));
}

function circleFrom(start: string, files: Map<string, string[]>): string[] {
  const seen = new Set<string>();
  const open = [...files.get(start) ?? []];
  for (let file = open.pop(); file; file = open.pop()) {
    if (file === start) return [start];
    if (seen.has(file)) continue;
    seen.add(file);
    open.push(...files.get(file) ?? []);
  }
  return [];
}

function importsOf({ path, text }: Source): Import[] {
  const pattern =
    /(?:import|export)\s+(type\s+)?([^"';]*?)\s*from\s*"(\.[^"]+)"|import\(\s*"(\.[^"]+)"\s*\)/g;
  return [...text.matchAll(pattern)].map(([, type, names, from, dynamic]) => ({
    from: path,
    to: resolve(path, from ?? dynamic),
    typeOnly: type !== undefined || onlyTypes(names ?? ""),
  }));
}

/** `{ type A, type B }` leaves nothing behind either. */
function onlyTypes(names: string): boolean {
  const inside = /^\{([^}]*)\}$/.exec(names.trim())?.[1];
  if (inside === undefined) return false;
  const parts = inside.split(",").map((part) => part.trim()).filter(Boolean);
  return parts.length > 0 && parts.every((part) => part.startsWith("type "));
}

function resolve(from: string, specifier: string): string {
  return new URL(specifier, `file:///${from}`).pathname.slice(1);
}

function hasFiles(room: string): boolean {
  try {
    return !isEmpty(`lib/${room}`);
  } catch (error) {
    if (error instanceof Deno.errors.NotFound) return false;
    throw error;
  }
}

function isEmpty(folder: string): boolean {
  return [...Deno.readDirSync(folder)].length === 0;
}

async function readSources(folders: string[]): Promise<Source[]> {
  const found: Source[] = [];
  for (const folder of folders) {
    for await (const entry of Deno.readDir(folder)) {
      const path = `${folder}/${entry.name}`;
      if (entry.isDirectory) found.push(...await readSources([path]));
      else if (/\.tsx?$/.test(path)) {
        found.push({ path, text: await Deno.readTextFile(path) });
      }
    }
  }
  return found;
}
