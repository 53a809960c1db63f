import { join, readText } from "./paths.ts";

export type Fresh = "jsr" | "offline";

/** Which Deno configuration a checkout uses, and why. */
export type Choice =
  | { fresh: Fresh; reason: "forced" | "kept" | "asked" }
  | { config: string };

export interface Asking {
  env: { MILLO_DENO_CONFIG?: string; MILLO_FRESH?: string };
  /** Whether JSR answers; asked at most once for a checkout. */
  jsrAnswers: () => Promise<boolean>;
}

const JSR_PATIENCE_MS = 2000;

/** Decides once for a checkout; removing `.millo/` makes it ask again. */
export async function chooseFresh(
  root: string,
  { env, jsrAnswers }: Asking = { env: Deno.env.toObject(), jsrAnswers: ask },
): Promise<Choice> {
  if (env.MILLO_DENO_CONFIG) return { config: env.MILLO_DENO_CONFIG };
  if (env.MILLO_FRESH) {
    return { fresh: freshOf(env.MILLO_FRESH), reason: "forced" };
  }
  const file = join(root, ".millo/fresh");
  const kept = (await readText(file))?.trim();
  if (kept === "jsr" || kept === "offline") {
    return { fresh: kept, reason: "kept" };
  }
  const fresh = await jsrAnswers() ? "jsr" : "offline";
  await Deno.mkdir(join(root, ".millo"), { recursive: true });
  await Deno.writeTextFile(file, `${fresh}\n`);
  return { fresh, reason: "asked" };
}

/** One line for whoever wonders which Fresh is running. */
export function saysWhich(choice: Choice): string {
  if ("config" in choice) return `Fresh: as ${choice.config} says`;
  if (choice.fresh === "jsr") return "Fresh: upstream, from JSR";
  return choice.reason === "forced"
    ? "Fresh: the stand-in in offline/"
    : "Fresh: the stand-in in offline/, because JSR does not answer";
}

function freshOf(value: string): Fresh {
  if (value === "jsr" || value === "offline") return value;
  throw new Error(
    `Cannot choose Fresh: MILLO_FRESH is "${value}", not jsr or offline`,
  );
}

/** JSR_URL is Deno's own setting for a mirror. */
async function ask(): Promise<boolean> {
  const registry = Deno.env.get("JSR_URL") || "https://jsr.io/";
  try {
    const response = await fetch(new URL("@fresh/core/meta.json", registry), {
      signal: AbortSignal.timeout(JSR_PATIENCE_MS),
    });
    // A proxy's own page also answers 200, but not with the package's versions.
    const meta = await response.json();
    return response.ok && typeof meta.versions === "object";
  } catch {
    return false;
  }
}
