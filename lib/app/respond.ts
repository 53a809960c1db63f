/** See Other: after a form, so that reloading sends nothing twice. */
export function seeOther(to: string, headers = new Headers()): Response {
  headers.set("location", to);
  return new Response(null, { status: 303, headers });
}

/** The fields of a form as text; files and repeats are not asked for here. */
export async function readForm(
  req: Request,
): Promise<Record<string, string>> {
  const form = await req.formData();
  return Object.fromEntries(
    [...form].filter((entry): entry is [string, string] =>
      typeof entry[1] === "string"
    ),
  );
}
