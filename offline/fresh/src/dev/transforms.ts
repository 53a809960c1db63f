import type { Mode } from "../types.ts";

export interface OnTransformOptions {
  pluginName: string;
  filter: RegExp;
  exclude?: RegExp;
}

export interface OnTransformArgs {
  path: string;
  target: string | string[];
  mode: Mode;
  root: string;
  text: string;
  content: Uint8Array;
}

export interface OnTransformResult {
  content: string | Uint8Array;
  path?: string;
  map?: string | Uint8Array;
}

export type TransformFn = (
  args: OnTransformArgs,
) =>
  | void
  | OnTransformResult
  | (OnTransformResult & { path: string })[]
  | Promise<
    void | OnTransformResult | (OnTransformResult & { path: string })[]
  >;

export interface Transform {
  options: OnTransformOptions;
  run: TransformFn;
}

export interface Asset {
  path: string;
  content: Uint8Array<ArrayBuffer>;
}

type Context = Omit<OnTransformArgs, "path" | "text" | "content">;

/** Sends a static file through the transforms that want it. */
export async function transformAsset(
  asset: Asset,
  transforms: Transform[],
  context: Context,
): Promise<Asset[]> {
  let assets = [asset];
  for (const { options, run } of transforms) {
    const next = assets.map(async (asset) => {
      const { filter, exclude } = options;
      if (!filter.test(asset.path) || exclude?.test(asset.path)) return [asset];
      const text = new TextDecoder().decode(asset.content);
      const result = await run({ ...context, ...asset, text });
      return result
        ? [result].flat().map((item) => assetOf(item, asset))
        : [asset];
    });
    assets = (await Promise.all(next)).flat();
  }
  return assets;
}

function assetOf({ path, content }: OnTransformResult, from: Asset): Asset {
  const bytes = typeof content === "string"
    ? new TextEncoder().encode(content)
    : new Uint8Array(content);
  return { path: path ?? from.path, content: bytes };
}
