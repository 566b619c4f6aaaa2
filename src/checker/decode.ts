import type { InputProblem } from './input-problem';

/** The text of a file; a problem where it is none. A byte order mark is taken off. */
export function decode(bytes: Uint8Array): string | InputProblem {
  const sixteen = (bytes[0] === 0xff && bytes[1] === 0xfe) || (bytes[0] === 0xfe && bytes[1] === 0xff);
  if (sixteen) return notText('the file is UTF-16; kubectl looks for its lines as bytes and finds none', 'save it as UTF-8; in PowerShell: … | Out-File -Encoding utf8');
  const nul = bytes.indexOf(0);
  if (nul >= 0) return notText(`byte ${nul} is 0, so this is no text`, 'leave the file out');
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return notText('the bytes are no UTF-8', 'save the file as UTF-8, or leave it out');
  }
}

function notText(message: string, fix: string): InputProblem {
  return { id: 'input-not-text', message, fix };
}
