/** Why there is no picture. */
export type CameraTrouble = "refused" | "missing" | "busy" | "insecure";

export type Devices =
  | { ok: true; stream: MediaStream }
  | { ok: false; trouble: CameraTrouble };

/** Half of full HD: clear on a laptop, and two fit through a slow line. */
const PICTURE = { width: 960, height: 540, frameRate: 25 };

/** Asks for camera and microphone, once; the tracks serve every call. */
export async function openDevices(): Promise<Devices> {
  // Browsers hide the API altogether on pages that did not come over TLS.
  if (!navigator.mediaDevices) return { ok: false, trouble: "insecure" };
  try {
    const stream = await navigator.mediaDevices.getUserMedia({
      video: {
        width: { ideal: PICTURE.width },
        height: { ideal: PICTURE.height },
        frameRate: { ideal: PICTURE.frameRate },
        facingMode: "user",
      },
      audio: { echoCancellation: true, noiseSuppression: true },
    });
    return { ok: true, stream };
  } catch (error) {
    return { ok: false, trouble: troubleOf(error) };
  }
}

/** Names of getUserMedia's errors: Media Capture and Streams, section 10.2. */
function troubleOf(error: unknown): CameraTrouble {
  switch (error instanceof DOMException ? error.name : "") {
    case "NotAllowedError":
      return "refused";
    case "NotFoundError":
    case "OverconstrainedError":
      return "missing";
    case "SecurityError":
      return "insecure";
    default:
      return "busy";
  }
}
