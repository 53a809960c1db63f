import { assert, assertEquals, assertRejects, assertThrows } from "@std/assert";
import {
  cachedProgram,
  cacheFolder,
  findOnPath,
  intoCache,
  isProgram,
} from "../../lib/tasks/cache.ts";

async function withFolder(
  work: (folder: string) => Promise<void>,
): Promise<void> {
  const folder = await Deno.makeTempDir();
  try {
    await work(folder);
  } finally {
    await Deno.remove(folder, { recursive: true });
  }
}

async function writeProgram(path: string, mode = 0o755): Promise<string> {
  await Deno.mkdir(path.slice(0, path.lastIndexOf("/")), { recursive: true });
  await Deno.writeTextFile(path, "#!/bin/sh\n");
  await Deno.chmod(path, mode);
  return path;
}

Deno.test("programs are kept where the system says, else in the home, else nowhere", () => {
  const home = { XDG_CACHE_HOME: "", HOME: "/home/ada" };
  assertEquals(cacheFolder({ ...home, XDG_CACHE_HOME: "/c" }), "/c/millo");
  assertEquals(cacheFolder(home), "/home/ada/.cache/millo");
  assertEquals(
    cachedProgram("livekit-server", home),
    "/home/ada/.cache/millo/bin/livekit-server",
  );
  for (const none of [{}, { HOME: "" }]) {
    assertThrows(() => cacheFolder(none), Error, "Cannot find a cache folder");
  }
});

Deno.test("only a file that may be run is a program", async () => {
  await withFolder(async (folder) => {
    assertEquals(await isProgram(await writeProgram(`${folder}/a`)), true);
    assertEquals(
      await isProgram(await writeProgram(`${folder}/b`, 0o644)),
      false,
    );
    for (const none of [folder, `${folder}/none`, "", "\0"]) {
      assertEquals(await isProgram(none), false, none);
    }
  });
});

Deno.test("of names the first that is there counts, of folders the first on the path", async () => {
  await withFolder(async (folder) => {
    await writeProgram(`${folder}/one/second`);
    const wanted = await writeProgram(`${folder}/two/first`);
    await writeProgram(`${folder}/three/first`);
    await writeProgram(`${folder}/one/first`, 0o644);
    const PATH = ["one", "", "none", "two", "three"].map((name) =>
      name && `${folder}/${name}`
    ).join(":");
    assertEquals(await findOnPath(["first", "second"], { PATH }), wanted);
    assertEquals(
      await findOnPath(["third", "second"], { PATH }),
      `${folder}/one/second`,
    );
    assertEquals(await findOnPath(["third"], { PATH }), null);
    assertEquals(await findOnPath([], { PATH }), null);
    assertEquals(await findOnPath(["first"], {}), null);
  });
});

Deno.test("a program that was made is moved in whole, and may be run", async () => {
  await withFolder(async (folder) => {
    const env = { XDG_CACHE_HOME: folder };
    const path = await intoCache("x", async (temporary) => {
      assert(temporary.startsWith(`${folder}/millo/`));
      return await writeProgram(`${temporary}/deep/made`, 0o600);
    }, env);
    assertEquals(path, cachedProgram("x", env));
    assertEquals(await isProgram(path), true);
    assertEquals(await namesIn(`${folder}/millo`), ["bin"]);
  });
});

Deno.test("what could not be made leaves nothing, and the program before stays", async () => {
  await withFolder(async (folder) => {
    const env = { XDG_CACHE_HOME: folder };
    const make = (text: string) => async (temporary: string) => {
      const made = `${temporary}/made`;
      await Deno.writeTextFile(made, text);
      if (text === "half") throw new Error("Cannot build it");
      return made;
    };
    await intoCache("x", make("whole"), env);
    await assertRejects(
      () => intoCache("x", make("half"), env),
      Error,
      "Cannot",
    );
    await assertRejects(() =>
      intoCache("y", () => Promise.resolve("/none"), env)
    );
    assertEquals(await Deno.readTextFile(cachedProgram("x", env)), "whole");
    assertEquals(await namesIn(`${folder}/millo`), ["bin"]);
    assertEquals(await namesIn(`${folder}/millo/bin`), ["x"]);
  });
});

Deno.test("of two that make one program at once, each has a whole one", async () => {
  await withFolder(async (folder) => {
    const env = { XDG_CACHE_HOME: folder };
    const paths = await Promise.all(
      ["a", "b", "c"].map((letter) =>
        intoCache("x", async (temporary) => {
          const made = `${temporary}/made`;
          await Deno.writeTextFile(made, letter.repeat(100_000));
          return made;
        }, env)
      ),
    );
    assertEquals(new Set(paths).size, 1);
    const text = await Deno.readTextFile(paths[0]);
    assertEquals([text.length, new Set(text).size], [100_000, 1]);
  });
});

async function namesIn(folder: string): Promise<string[]> {
  const entries = await Array.fromAsync(Deno.readDir(folder));
  return entries.map(({ name }) => name).toSorted();
}
