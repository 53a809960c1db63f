import type { Failure } from "./messages.ts";

const PLACE =
  /(?:file:\/\/|\b|(?=\/))((?:\/|[\w.\-]+\/)[^\s:()]*\.[tj]sx?:\d+:\d+)/;

/** The error in the words of whoever threw it, and the place that it names. */
export function failureOf(error: unknown, root: string): Failure {
  const known = fromBundler(error);
  if (known) return known;
  const text = Error.isError(error) ? error.message : String(error);
  const stack = Error.isError(error) ? error.stack ?? "" : "";
  const place = PLACE.exec(text)?.[1] ?? ownFrame(stack, root);
  return {
    message: readable(text, root),
    place: place ? readable(place, root) : null,
  };
}

interface BundlerMessage {
  text: string;
  location: {
    file: string;
    line: number;
    column: number;
    lineText: string;
  } | null;
}

function fromBundler(error: unknown): Failure | null {
  const messages = (error as { errors?: BundlerMessage[] } | null)?.errors;
  if (!Array.isArray(messages) || !messages[0]?.text) return null;
  const [{ text, location }] = messages;
  if (!location) return { message: text, place: null };
  const { file, line, column, lineText } = location;
  return {
    message: `${text}\n\n  ${lineText}`,
    place: `${file}:${line}:${column + 1}`,
  };
}

/** The first line of the stack that lies in the project itself. */
function ownFrame(stack: string, root: string): string | null {
  const frames = stack.split("\n").filter((line) => line.includes(root));
  const own = frames.find((line) => !/node_modules|\/offline\//.test(line));
  return own ? PLACE.exec(own)?.[1] ?? null : null;
}

function readable(text: string, root: string): string {
  return text.replaceAll(`file://${root}/`, "").replaceAll(`${root}/`, "");
}
