/** A refusal of the API server. */
export class ApiError extends Error {
  /** `metav1.Status.reason`, for example `Invalid`, `NotFound`, `Conflict`. */
  public readonly reason: string;
  /** `metav1.Status.details.causes`: one for each field that is refused. */
  public readonly causes: readonly { readonly field?: string; readonly reason?: string; readonly message?: string }[];

  /** @param body a `metav1.Status` as JSON, or any text */
  public constructor(call: string, public readonly code: number, body: string) {
    const status = parse(body);
    super(`${call}: ${code}: ${status.message ?? body.slice(0, 500).trim()}`);
    this.reason = status.reason ?? '';
    this.causes = status.details?.causes ?? [];
  }
}

function parse(body: string): { message?: string; reason?: string; details?: { causes?: [] } } {
  try {
    return JSON.parse(body);
  } catch {
    return {};
  }
}

/** Whether an error says that the object is gone, or is another one by now. */
export function isGone(error: unknown): boolean {
  return error instanceof ApiError && (error.code === 404 || error.code === 409);
}
