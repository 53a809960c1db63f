/** The longer edge of a still, in pixels. */
const EDGE = 960;
const QUALITY = 0.8;

/** What a video shows at this moment, as a JPEG; null where it shows nothing. */
export async function stillOf(
  video: HTMLVideoElement | null,
): Promise<Blob | null> {
  if (!video || video.videoWidth === 0) return null;
  const { videoWidth, videoHeight } = video;
  const scale = Math.min(1, EDGE / Math.max(videoWidth, videoHeight));
  const canvas = document.createElement("canvas");
  canvas.width = Math.round(videoWidth * scale);
  canvas.height = Math.round(videoHeight * scale);
  canvas.getContext("2d")?.drawImage(video, 0, 0, canvas.width, canvas.height);
  return await new Promise((resolve) =>
    canvas.toBlob(resolve, "image/jpeg", QUALITY)
  );
}
