/** A text at a port of its own, where the text says 53. */
export function atPort(text: string, port: number): string {
  return text.replace(/:53\b/g, `:${port}`);
}

/** Files as CoreDNS can start with them on this machine: a port of their own, an API server, an upstream that nobody asks. */
export function placed(files: Readonly<Record<string, string>>, port: number, endpoint: string): Record<string, string> {
  return Object.fromEntries(Object.entries(files).map(([name, text]) => [name, atPort(text, port)
    .replace(/forward \. \/etc\/resolv\.conf/g, 'forward . 127.0.0.1:1')
    // On the line that is there: CoreDNS names lines in what it says.
    .replace(/^(\s*kubernetes [^\n{]*\{)(?=\r?$)/gm, `$1 endpoint ${endpoint}`)]));
}
