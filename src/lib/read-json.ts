/** What a request carried: JSON, or why it is not read. */
export type ReadJson = { ok: true; value: unknown } | { ok: false; reason: 'TROP_GROS' | 'ILLISIBLE' }

/** Reads a JSON body of at most `maximum` bytes, counted as they come: the announced length is only a promise. */
export async function readJson(request: Request, maximum: number): Promise<ReadJson> {
  if (Number(request.headers.get('content-length')) > maximum) return { ok: false, reason: 'TROP_GROS' }
  const chunks: Uint8Array[] = []
  let length = 0
  for await (const chunk of request.body ?? []) {
    length += chunk.byteLength
    if (length > maximum) return { ok: false, reason: 'TROP_GROS' }
    chunks.push(chunk)
  }
  try {
    return {
      ok: true,
      value: JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(Buffer.concat(chunks))),
    }
  } catch {
    return { ok: false, reason: 'ILLISIBLE' }
  }
}
