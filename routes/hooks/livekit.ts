import { HttpError } from "fresh";
import { define, readText } from "../../lib/http/mod.ts";

/** What LiveKit tells us, signed with our key; a hint, never the only word. */
export const handler = define.handlers({
  async POST(ctx) {
    const { media, liveHub } = ctx.state.millo;
    const signature = ctx.req.headers.get("authorization") ?? "";
    const event = await media.event(await readText(ctx), signature);
    if (!event) throw new HttpError(401);
    if (event.kind === "room_finished" && event.room) {
      await liveHub.queue.roomFinished(event.room);
    }
    return new Response(null, { status: 204 });
  },
});
