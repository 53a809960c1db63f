import { useEffect, useMemo, useRef, useState } from "preact/hooks";
import { StillLook } from "../lib/client/mod.ts";

export interface StillWords {
  hold: string;
  keep: string;
  shut: string;
  open: string;
  failed: string;
  link: string;
}

interface StillProps {
  path: string;
  /** Which one it is, in words. */
  name: string;
  words: StillWords;
  isGrey: boolean;
  blur: "slow" | "quick" | "none";
}

/**
 * A still that is shown while it is held: by a pointer, by Space or Enter, or
 * kept by a second button for whoever cannot hold. Without a script it is a
 * link to a page of its own.
 */
export default function Still(
  { path, name, words, isGrey, blur }: StillProps,
) {
  const [isReady, setReady] = useState(false);
  const canvas = useRef<HTMLCanvasElement>(null);
  const look = useMemo(
    () => new StillLook({ path, draw: (image) => draw(canvas.current, image) }),
    [],
  );
  const shut = () => look.release();
  useEffect(() => {
    setReady(true);
    const goes = () => document.hidden && shut();
    document.addEventListener("visibilitychange", goes);
    globalThis.addEventListener("pagehide", shut);
    return () => {
      document.removeEventListener("visibilitychange", goes);
      globalThis.removeEventListener("pagehide", shut);
      shut();
    };
  }, []);
  if (!isReady) {
    return (
      <a class="btn" href={path} target="_blank" rel="noopener">
        {words.link} {name}
      </a>
    );
  }
  const { state } = look;
  const isShut = state === "shut" || state === "failed";
  return (
    <div class="stack gap-2">
      <button
        class="veil"
        type="button"
        aria-describedby="veil-help"
        data-blur={blur}
        data-grey={isGrey ? "on" : "off"}
        data-look={state}
        onPointerDown={({ button }) => button === 0 && look.hold()}
        onPointerUp={shut}
        onPointerCancel={shut}
        onPointerLeave={shut}
        onBlur={shut}
        onKeyDown={(event) => {
          if (event.key !== " " && event.key !== "Enter") return;
          event.preventDefault();
          if (!event.repeat) look.hold();
        }}
        onKeyUp={shut}
      >
        <canvas ref={canvas} />
        <span>{words.hold} {name}</span>
      </button>
      <button
        class="btn"
        type="button"
        aria-pressed={!isShut}
        onClick={() => isShut ? look.hold() : shut()}
      >
        {isShut ? words.keep : words.shut}
      </button>
      <p class={state === "failed" ? "wrong" : "visually-hidden"} role="status">
        {state === "open" && words.open}
        {state === "failed" && words.failed}
      </p>
    </div>
  );
}

/** What a canvas shows last, so that what is decoded too late is not drawn. */
const wanted = new WeakMap<HTMLCanvasElement, Blob | null>();

async function draw(
  canvas: HTMLCanvasElement | null,
  image: Blob | null,
): Promise<void> {
  if (!canvas) return;
  wanted.set(canvas, image);
  // Another size also empties it.
  canvas.width = canvas.height = 0;
  if (image === null) return;
  const bitmap = await createImageBitmap(image);
  if (wanted.get(canvas) !== image) return bitmap.close();
  canvas.width = bitmap.width;
  canvas.height = bitmap.height;
  canvas.getContext("2d")?.drawImage(bitmap, 0, 0);
  bitmap.close();
}
