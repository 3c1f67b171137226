/** Names of devices that Windows opens instead of a file. */
const RESERVED = /^(?:con|prn|aux|nul|com\d|lpt\d)$/i
const LONGEST = 60

/**
 * A title as a file name that every file system takes, and that no other record has: forbidden characters become spaces, what is long is cut, the end of the
 * id follows.
 */
export const fileNameFor = (title: string, id: string, extension: string): string => {
  const plain = title
    .normalize('NFC')
    .replaceAll(/[\p{Cc}\p{Cf}\p{Cs}\p{Co}\p{Zl}\p{Zp}/\\:*?"<>|#%]/gu, ' ')
    .replaceAll(/\s+/g, ' ')
  // A pair of code units is not cut in the middle.
  const short = plain.slice(0, LONGEST).replace(/[\uD800-\uDBFF]$/, '').replaceAll(/^[. ]+|[. ]+$/g, '')
  const stem = short === '' || RESERVED.test(short) ? `_${short}` : short
  return `${stem} ${id.slice(-8)}.${extension}`
}
