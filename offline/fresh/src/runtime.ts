export { asset, assetSrcSet } from "./asset.ts";
export { HttpError } from "./http_error.ts";
export { Head, type HeadProps } from "./head.ts";

export const IS_BROWSER: boolean = typeof document !== "undefined";
