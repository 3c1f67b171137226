/** Names of devices that Windows opens instead of a file, whatever their extension. */
const RESERVED = /^(?:con|prn|aux|nul|com[\d¹²³]|lpt[\d¹²³])(?:\.|$)/i

/**
 * What people call something, as a name that every file system takes: forbidden characters become spaces, dots and spaces at either end go, what is long is cut. Two names that
 * differ may become one.
 * @param longest in UTF-16 code units
 * @returns empty where nothing is left
 */
export function safeFileName(name: string, longest: number): string {
  const plain = name
    .normalize('NFC')
    .replaceAll(/[\p{Cc}\p{Cf}\p{Cs}\p{Co}\p{Zl}\p{Zp}/\\:*?"<>|#%]/gu, ' ')
    .replaceAll(/\s+/g, ' ')
  // A dot or space at the front hides a file or is lost; one at the end is lost on Windows. A pair of code units is not cut in the middle.
  const trimmed = plain.replace(/^[. ]+/, '').slice(0, longest).replace(/[\uD800-\uDBFF]$/, '').replace(/[. ]+$/, '')
  return RESERVED.test(trimmed) ? `_${trimmed}` : trimmed
}
